import { sameShape, type Aval, type Shape } from "../array/aval";
import { ConcreteArray, fromHost } from "../array/concrete";
import type { BinaryName } from "../array/binary";
import type { UnaryName } from "../array/unary";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, type Device, type WebGLInternals } from "../array/tfjs";
import { ElementwiseProgram } from "./webgl/elementwise-program";
import { RELU_GRAD, SELECT, snippetOf } from "./webgl/snippets";

type Gpu = Device & { readonly webgl: WebGLInternals };

/** The device if it is a GPU whose shader limits hold for arrays of this rank. */
export function gpuFor(rank: number): Gpu | null {
  const device = currentDevice();
  return device !== null && device.webgl !== null && rank <= 4 ? (device as Gpu) : null;
}

interface Operand {
  readonly name: string;
  readonly array: ConcreteArray;
}

/**
 * Runs a snippet over operands; those that are one number on the host become uniforms. Null if all are.
 * `functions` are GLSL functions that the snippet calls.
 */
export function runElementwise(
  gpu: Gpu,
  operands: readonly Operand[],
  snippet: string,
  stored: Shape,
  out: Aval,
  functions = "",
): ConcreteArray | null {
  const textures = operands.filter(({ array }) => array.uniform() === null);
  const scalars = operands.filter(({ array }) => array.uniform() !== null);
  if (textures.length === 0) return null;
  const inputs = textures.map(({ array }) => tensorOf(array, gpu));
  const names = operands.map(({ name }) => name);
  const program = new ElementwiseProgram(
    stored,
    textures.map(({ name }) => name),
    scalars.map(({ name }) => name),
    names,
    snippet,
    functions,
  );
  const uniforms = [
    ...textures.map(({ array }) => [array.scale]),
    ...scalars.map(({ array }) => [array.uniform() ?? 0]),
  ];
  const infos = inputs.map(({ info }) => info);
  const dtype = out.dtype === "bool" ? "bool" : "float32";
  const info = gpu.webgl.runWebGLProgram(program, infos, dtype, uniforms);
  giveBack(gpu, inputs);
  return resultOf(info, gpu, out, stored);
}

/** The same values times a factor, without touching them; null if the factor could lose anything. */
function rescaled(x: ConcreteArray, factor: number, out: Aval): ConcreteArray | null {
  const scale = x.scale * factor;
  const size = Math.abs(scale);
  if (x.storage.host !== null || x.dtype !== "float32") return null;
  if (!(size > 1e-30 && size < 1e30) || !sameShape(x.shape, out.shape)) return null;
  return new ConcreteArray(out.shape, out.dtype, out.weak, x.storage, x.base, scale);
}

/** A unary primitive on the GPU; null if it has to run on the host. */
export function deviceUnary(prim: UnaryName, x: ConcreteArray, out: Aval): ConcreteArray | null {
  const gpu = gpuFor(x.stored.length);
  const snippet = snippetOf(prim, {});
  if (gpu === null || snippet === null) return null;
  if (prim === "neg") {
    const negative = rescaled(x, -1, out);
    if (negative !== null) return negative;
  }
  return runElementwise(gpu, [{ name: "x", array: x }], snippet.body, x.stored, out);
}

/** A binary primitive on the GPU; null if it has to run on the host. */
export function deviceBinary(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
  stored: Shape,
): ConcreteArray | null {
  const gpu = gpuFor(stored.length);
  const snippet = snippetOf(prim, {});
  if (gpu === null || snippet === null) return null;
  const folded = foldedScale(prim, x, y, out);
  if (folded !== null) return folded;
  const operands = [
    { name: "a", array: x },
    { name: "b", array: y },
  ];
  return runElementwise(gpu, operands, snippet.body, stored, out);
}

/** Multiplying or dividing by a number only changes the scale. */
function foldedScale(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
): ConcreteArray | null {
  if (prim !== "mul" && prim !== "div") return null;
  const right = y.uniform();
  if (right !== null) return rescaled(x, prim === "mul" ? right : 1 / right, out);
  const left = x.uniform();
  return left !== null && prim === "mul" ? rescaled(y, left, out) : null;
}

/** A choice per element on the GPU; null if it has to run on the host. */
export function deviceSelect(
  which: ConcreteArray,
  ifFalse: ConcreteArray,
  ifTrue: ConcreteArray,
  out: Aval,
): ConcreteArray | null {
  const gpu = gpuFor(out.shape.length);
  if (gpu === null) return null;
  const operands = [
    { name: "p", array: which },
    { name: "a", array: ifFalse },
    { name: "b", array: ifTrue },
  ];
  return runElementwise(gpu, operands, SELECT.body, out.shape, out);
}

/** t where x > 0, else 0, on the GPU; null if it has to run on the host. */
export function deviceReluGrad(
  x: ConcreteArray,
  t: ConcreteArray,
  out: Aval,
): ConcreteArray | null {
  const gpu = gpuFor(out.shape.length);
  if (gpu === null) return null;
  const operands = [
    { name: "x", array: x },
    { name: "t", array: t },
  ];
  return runElementwise(gpu, operands, RELU_GRAD.body, out.shape, out);
}

/** A bool array on the GPU as floats. */
export function deviceToFloat(x: ConcreteArray, out: Aval): ConcreteArray | null {
  const gpu = gpuFor(x.stored.length);
  if (gpu === null) return null;
  return runElementwise(gpu, [{ name: "x", array: x }], "return x;", x.stored, out);
}

/** The values with the scale applied, for kernels that know of none. */
export function unscaled(x: ConcreteArray): ConcreteArray {
  if (x.scale === 1) return x;
  const gpu = gpuFor(x.stored.length);
  const applied =
    gpu === null ? null : runElementwise(gpu, [{ name: "x", array: x }], "return x;", x.stored, x);
  if (applied !== null) {
    x.become(applied);
    return x;
  }
  return fromHost(x.shape, x.dtype, x.weak, x.values());
}
