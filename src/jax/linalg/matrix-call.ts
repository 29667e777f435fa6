import type { JaxArray } from "../array/array";
import { sizeOf, type Shape } from "../array/aval";
import { broadcastTo, reshape } from "../core/ops";
import { bind, bindCall } from "../core/trace";
import { CustomJvp, type FlatFunction, type JvpFunction } from "../core/operation";
import { NotImplementedError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import { commonShape, promotedInexact } from "../numpy/promote";
import { solvers, type Solvers } from "./host/solvers";

/** Arguments of a function of matrices as float32 arrays. */
export function floatMatrices(name: string, values: readonly unknown[]): JaxArray[] {
  const given = promotedInexact(values.map((value, i) => asArray(value, `jnp.linalg.${name}`, i)));
  const [{ dtype }] = given;
  if (dtype !== "float32")
    throw new NotImplementedError(`Unsupported dtype ${dtype}. Convert with .astype("float32").`);
  return given;
}

/** A function of single matrices in float64: it gets one matrix of each operand and fills a result. */
export type MatrixFunction = (solvers: Solvers, ...matrices: Float64Array[]) => ArrayLike<number>;

/**
 * Runs a function of matrices on the host for every matrix along leading axes, which broadcast. The
 * last two axes of each operand are a matrix; `core` is the shape of what comes of one. Computed in
 * float64 and rounded once. It has no derivative of its own.
 */
export function matrixCall(
  name: string,
  operands: readonly JaxArray[],
  core: Shape,
  run: MatrixFunction,
): JaxArray {
  const batch = commonShape(operands.map(({ shape }) => shape.slice(0, -2)));
  const aligned = operands.map((x) => broadcastTo(x, [...batch, ...x.shape.slice(-2)]));
  const count = sizeOf(batch);
  const size = sizeOf(core);
  return bind("host_call", aligned, {
    name,
    out: { shape: [...batch, ...core], dtype: "float32", weak: false },
    run: (inputs) => {
      const out = new Float32Array(count * size);
      for (let i = 0; i < count; i++) {
        const matrices = inputs.map(({ data }) => {
          const length = data.length / count;
          return Float64Array.from(data.subarray(i * length, (i + 1) * length));
        });
        out.set(run(solvers, ...matrices), i * size);
      }
      return out;
    },
  });
}

/** Calls a function whose derivative is given: `jvp` maps values and tangents to both of the results. */
export function withDerivative(
  name: string,
  args: readonly JaxArray[],
  run: FlatFunction,
  jvp: JvpFunction,
): JaxArray[] {
  return bindCall(new CustomJvp(name, run, jvp, `${name}_jvp`), args);
}

/** Consecutive parts of the last axis in other shapes, behind the leading axes. */
export function unpacked(packed: JaxArray, shapes: readonly (readonly number[])[]): JaxArray[] {
  const { shape } = packed;
  const batch = shape.slice(0, -1);
  let offset = 0;
  return shapes.map((core) => {
    const from = offset;
    offset += core.reduce((a, b) => a * b, 1);
    const start = [...batch.map(() => 0), from];
    const limit = [...batch, offset];
    const part = bind("slice", [packed], { start, limit, strides: shape.map(() => 1) });
    return reshape(part, [...batch, ...core]);
  });
}
