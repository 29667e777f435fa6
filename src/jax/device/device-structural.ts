import { range, sizeOf, type Aval, type Shape } from "../array/aval";
import { fromHost, type ConcreteArray } from "../array/concrete";
import { unscaled } from "./device-elementwise";
import { deviceDot } from "./device-dot";
import type { ReduceName } from "./host/reduce";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, runKernel, type Device } from "../array/tfjs";
import { ExtremeProgram } from "./webgl/extreme-program";

type Attributes = Readonly<Record<string, number | boolean | string | readonly number[]>>;

function gpu(rank: number): Device | null {
  const device = currentDevice();
  return device !== null && rank <= 4 ? device : null;
}

const KERNELS = {
  transpose: "Transpose",
  slice: "Slice",
  strided: "StridedSlice",
  rev: "Reverse",
  tile: "Tile",
} as const;

const STRIDED_MASKS = {
  beginMask: 0,
  endMask: 0,
  ellipsisMask: 0,
  newAxisMask: 0,
  shrinkAxisMask: 0,
};

/** Moves elements about on the GPU, scale and all; null if it has to happen on the host. */
export function deviceStructural(
  kind: keyof typeof KERNELS,
  x: ConcreteArray,
  attributes: Attributes,
  stored: Shape,
  out: Aval,
): ConcreteArray | null {
  const on = gpu(Math.max(x.stored.length, stored.length));
  if (on === null) return null;
  const input = tensorOf(x, on);
  const attrs = kind === "strided" ? { ...attributes, ...STRIDED_MASKS } : attributes;
  const info = runKernel(on, KERNELS[kind], { x: input.info }, attrs);
  giveBack(on, [input]);
  return resultOf(info, on, out, stored, x.scale);
}

/** Repeats the stored values of an array; null if it has to happen on the host. */
export function deviceTile(x: ConcreteArray): ConcreteArray | null {
  const reps = x.shape.map((n, i) => n / x.stored[i]);
  return deviceStructural("tile", x, { reps }, x.shape, x);
}

/** A device array in another shape; shares the texture where tfjs can. */
export function deviceReshape(x: ConcreteArray, out: Aval): ConcreteArray | null {
  const on = currentDevice();
  if (on === null) return null;
  const input = tensorOf(x, on);
  const info = runKernel(on, "Reshape", { x: input.info }, { shape: [...out.shape] });
  giveBack(on, [input]);
  return resultOf(info, on, out, out.shape, x.scale);
}

/** Pads with a number; null if it has to happen on the host. */
export function devicePad(
  x: ConcreteArray,
  paddings: readonly (readonly [number, number])[],
  constantValue: number,
  out: Aval,
): ConcreteArray | null {
  const on = gpu(x.shape.length);
  if (on === null || x.shape.length === 0) return null;
  const plain = constantValue === 0 ? x : unscaled(x);
  const input = tensorOf(plain, on);
  const info = runKernel(on, "PadV2", { x: input.info }, { paddings, constantValue });
  giveBack(on, [input]);
  return resultOf(info, on, out, out.shape, plain.scale);
}

/** Joins arrays on the GPU; null if it has to happen on the host. */
export function deviceConcat(
  args: readonly ConcreteArray[],
  axis: number,
  out: Aval,
): ConcreteArray | null {
  const on = gpu(out.shape.length);
  if (on === null) return null;
  const inputs = args.filter((x) => sizeOf(x.shape) > 0).map((x) => tensorOf(unscaled(x), on));
  const infos = inputs.map((input) => input.info);
  const info = runKernel(on, "Concat", infos, { axis });
  giveBack(on, inputs);
  return resultOf(info, on, out, out.shape);
}

const REDUCE: { readonly [P in ReduceName]: string | null } = {
  reduce_sum: "Sum",
  reduce_max: "max",
  reduce_min: "min",
  reduce_prod: "Prod",
  reduce_and: null,
  reduce_or: null,
};

/** Sums of at most so many elements are a product with ones: one kernel, not three. */
const MAX_ONES = 1024;

/** Reduces on the GPU; null if it has to happen on the host. */
export function deviceReduce(
  name: ReduceName,
  x: ConcreteArray,
  axes: readonly number[],
  out: Aval,
): ConcreteArray | null {
  const on = gpu(x.shape.length);
  const kernel = REDUCE[name];
  if (on === null || kernel === null || x.dtype !== "float32") return null;
  if (name === "reduce_sum") {
    const summed = sumByOnes(x, axes, out);
    if (summed !== null) return summed;
  }
  if (name === "reduce_max" || name === "reduce_min")
    return deviceExtreme(name === "reduce_max" ? "max" : "min", x, axes, out);
  const isLinear = name === "reduce_sum";
  const plain = isLinear ? x : unscaled(x);
  const input = tensorOf(plain, on);
  const info = runKernel(on, kernel, { x: input.info }, { axis: axes, keepDims: false });
  giveBack(on, [input]);
  return resultOf(info, on, out, out.shape, plain.scale);
}

/** Elements that one thread looks through, at least. */
const WINDOW = 32;

/** The largest or smallest element over axes, in steps of about √n neighbours. */
function deviceExtreme(
  name: "max" | "min",
  given: ConcreteArray,
  axes: readonly number[],
  out: Aval,
): ConcreteArray | null {
  const { shape } = given;
  const kept = range(shape.length).filter((i) => !axes.includes(i));
  const permutation = [...kept, ...axes];
  const moved = { ...given, shape: permutation.map((axis) => shape[axis]) };
  const isInOrder = permutation.every((axis, i) => axis === i);
  const x = isInOrder
    ? unscaled(given)
    : deviceStructural("transpose", unscaled(given), { perm: permutation }, moved.shape, moved);
  const on = gpu(shape.length);
  if (x === null || on === null) return null;
  const rows = sizeOf(out.shape);
  const input = tensorOf(x, on, [rows, sizeOf(shape) / rows]);
  let { info } = input;
  do {
    const size = info.shape[1];
    const window = Math.max(WINDOW, Math.ceil(Math.sqrt(size)));
    const program = new ExtremeProgram(name, rows, size, window);
    const next = on.webgl.runWebGLProgram(program, [info], "float32");
    if (info !== input.info) on.webgl.disposeIntermediateTensorInfo(info);
    info = next;
  } while (info.shape[1] > 1);
  giveBack(on, [input]);
  const result = runKernel(on, "Reshape", { x: info }, { shape: [...out.shape] });
  on.webgl.disposeIntermediateTensorInfo(info);
  if (!isInOrder) x.storage.free();
  return resultOf(result, on, out, out.shape);
}

const ones = new Map<number, ConcreteArray>();

function onesRow(n: number): ConcreteArray {
  let row = ones.get(n);
  if (row === undefined) {
    row = fromHost([1, 1, n], "float32", false, new Float32Array(n).fill(1));
    if (ones.size >= 32) ones.clear();
    ones.set(n, row);
  }
  return row;
}

/** Sums over leading axes, over trailing ones or over all by products with ones; null where that does not pay. */
function sumByOnes(x: ConcreteArray, axes: readonly number[], out: Aval): ConcreteArray | null {
  const rank = x.shape.length;
  const isLeading = axes.every((axis) => axis < axes.length);
  if (isLeading && axes.length < rank) return sumLeading(x, axes.length, out);
  if (axes.every((axis) => axis >= rank - axes.length) && axes.length < rank)
    return sumTrailing(x, axes.length, out);
  if (!isLeading) return null;
  if (rank === 1) return sumTrailing(x, 1, out);
  if (x.shape[rank - 1] > MAX_ONES) return null;
  const rows = sumLeading(x, rank - 1, { ...out, shape: x.shape.slice(rank - 1) });
  const sum = rows === null ? null : sumTrailing(rows, 1, out);
  rows?.storage.free();
  return sum;
}

function sumLeading(x: ConcreteArray, axes: number, out: Aval): ConcreteArray | null {
  const count = sizeOf(x.shape.slice(0, axes));
  if (count > MAX_ONES || count === 1) return null;
  return deviceDot(
    { array: onesRow(count), shape: [1, 1, count], transposed: false },
    { array: x, shape: [1, count, sizeOf(out.shape)], transposed: false },
    out,
  );
}

function sumTrailing(x: ConcreteArray, axes: number, out: Aval): ConcreteArray | null {
  const count = sizeOf(x.shape.slice(x.shape.length - axes));
  if (count > MAX_ONES || count === 1) return null;
  return deviceDot(
    { array: onesRow(count), shape: [1, 1, count], transposed: false },
    { array: x, shape: [1, sizeOf(out.shape), count], transposed: true },
    out,
  );
}
