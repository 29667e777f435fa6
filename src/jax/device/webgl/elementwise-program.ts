import { env } from "@tensorflow/tfjs-core";
import { sizeOf, type Shape } from "../../array/aval";
import { helpersFor } from "./glsl";

/** Elements from which a shader has the shapes written in: it runs faster, which pays for compiling it. */
const OWN_SHADER = 2 ** 15;

interface Uniform {
  readonly name: string;
  readonly type: "float";
}

/**
 * A shader for tfjs's WebGL backend over packed textures (2 × 2 elements a texel), elementwise with
 * broadcasting of its inputs. Every input and scalar has a scale; lanes beyond the array's edge are
 * set to zero, because matrix products read them.
 */
export class ElementwiseProgram {
  readonly packedInputs = true;
  readonly packedOutput = true;
  readonly supportsBroadcasting = true;
  readonly enableShapeUniforms: boolean;
  readonly variableNames: string[];
  readonly outputShape: number[];
  readonly customUniforms: Uniform[];
  readonly userCode: string;

  /**
   * `inputs` are the texture operands in order, `scalars` the names of number operands; `snippet` is
   * the body of a function of all of them, by the names in `names`; it may call `functions`.
   */
  constructor(
    shape: Shape,
    inputs: readonly string[],
    scalars: readonly string[],
    names: readonly string[],
    snippet: string,
    functions = "",
  ) {
    this.outputShape = [...shape];
    this.enableShapeUniforms =
      env().getBool("WEBGL_USE_SHAPES_UNIFORMS") && shape.length <= 4 && sizeOf(shape) < OWN_SHADER;
    this.variableNames = inputs.map((name) => name.toUpperCase());
    this.customUniforms = [
      ...inputs.map((name): Uniform => ({ name: `${name}Scale`, type: "float" })),
      ...scalars.map((name): Uniform => ({ name: `${name}Value`, type: "float" })),
    ];
    this.userCode = source(shape, this.enableShapeUniforms, inputs, scalars, names, {
      functions,
      snippet,
    });
  }
}

function source(
  shape: Shape,
  shapeUniforms: boolean,
  inputs: readonly string[],
  scalars: readonly string[],
  names: readonly string[],
  { functions, snippet }: { functions: string; snippet: string },
): string {
  const loads = [
    ...inputs.map((name) => `vec4 ${name} = ${name}Scale * get${name.toUpperCase()}AtOutCoords();`),
    ...scalars.map((name) => `vec4 ${name} = vec4(${name}Value);`),
  ];
  const lanes = ["r", "g", "b", "a"].map(
    (lane) => `compute(${names.map((name) => `${name}.${lane}`).join(", ")})`,
  );
  return `
    ${helpersFor(functions + snippet)}
    ${functions}
    float compute(${names.map((name) => `float ${name}`).join(", ")}) { ${snippet} }
    void main() {
      ${loads.join("\n")}
      vec4 result = vec4(${lanes.join(", ")});
      ${edge(shape, shapeUniforms)}
      setOutput(result);
    }`;
}

const COORDS = ["x", "y", "z", "w", "u", "v"];

/** Zeroes the lanes of edge texels that lie beyond the last row or column. */
function edge(shape: Shape, shapeUniforms: boolean): string {
  const rank = shape.length;
  if (rank === 0) return "result.gba = vec3(0.0);";
  const size = (axis: number): string => {
    if (!shapeUniforms) return String(shape[axis]);
    return rank === 1 ? "outShape" : `outShape[${axis}]`;
  };
  if (rank === 1)
    return `int column = getOutputCoords();
      if (column + 1 >= ${size(0)}) result.g = 0.0;
      result.ba = vec2(0.0);`;
  const type = rank <= 4 ? `ivec${rank}` : `ivec${rank}`;
  const row = `coords.${COORDS[rank - 2]}`;
  const column = `coords.${COORDS[rank - 1]}`;
  return `${type} coords = getOutputCoords();
    bool lastRow = ${row} + 1 >= ${size(rank - 2)};
    bool lastColumn = ${column} + 1 >= ${size(rank - 1)};
    if (lastColumn) result.ga = vec2(0.0);
    if (lastRow) result.ba = vec2(0.0);`;
}
