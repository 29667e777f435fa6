import { allocate, type HostData } from "../array/host-data";
import type { JaxArray } from "../array/array";
import { sizeOf, type Shape } from "../array/aval";
import { batchDot } from "./batch-dot";
import { withBatchAxis } from "./with-batch-axis";
import { batchGather, batchScatter } from "./batch-index";
import { broadcastInDim, reshape, select, sub, add, mul, fullLike, constLike } from "./ops";
import { ARITHMETIC, COMPARISON } from "../array/binary";
import {
  family,
  REDUCTION,
  type HostCall,
  type ParamsOf,
  type Primitive,
  type ReductionName,
} from "../array/primitives";
import { UNARY } from "../array/unary";
import { bind } from "./trace";

/** Values with the batch as first axis where `batched`; the result has it too. */
type Rule<P extends Primitive> = (
  values: readonly JaxArray[],
  batched: readonly boolean[],
  params: ParamsOf[P],
  size: number,
) => JaxArray;

function up(axes: readonly number[]): number[] {
  return axes.map((axis) => axis + 1);
}

/** The shape of one example, with ones in front up to a rank. */
function ranked(x: JaxArray, isBatched: boolean, rank: number): JaxArray {
  const own = isBatched ? x.shape.slice(1) : x.shape;
  if (!isBatched && own.length === 0) return x;
  const ones = new Array<number>(rank - own.length).fill(1);
  return reshape(x, [isBatched ? x.shape[0] : 1, ...ones, ...own]);
}

function elementwise<P extends Primitive>(prim: P): Rule<P> {
  return (values, batched, params) => {
    const rank = Math.max(...values.map((x, i) => x.shape.length - (batched[i] ? 1 : 0)));
    return bind(
      prim,
      values.map((x, i) => ranked(x, batched[i], rank)),
      params,
    );
  };
}

function reduce(prim: ReductionName): Rule<ReductionName> {
  return ([x], _, { axes }) => bind(prim, [x], { axes: up(axes) });
}
function argReduce(prim: "argmax" | "argmin"): Rule<typeof prim> {
  return ([x], _, { axis }) => bind(prim, [x], { axis: axis + 1 });
}

function batchSelect(
  [which, x, y]: readonly JaxArray[],
  [isWhich, isX, isY]: readonly boolean[],
  size: number,
): JaxArray {
  const no = withBatchAxis(x, isX, size);
  const yes = withBatchAxis(y, isY, size);
  if (!isWhich && which.shape.length === 0) return select(which, no, yes);
  const wide = withBatchAxis(which, isWhich, size);
  const flagShape =
    wide.shape.length < no.shape.length ? broadcastInDim(wide, no.shape, [0]) : wide;
  return select(flagShape, no, yes);
}

/** A fill that differs between examples: pad with zeros, then add the fill outside of the values. */
function batchPad(
  [x, fill]: readonly JaxArray[],
  [isX, isFill]: readonly boolean[],
  { config }: ParamsOf["pad"],
  size: number,
): JaxArray {
  const wide = withBatchAxis(x, isX, size);
  const full = { config: [[0, 0, 0] as const, ...config] };
  if (!isFill) return bind("pad", [wide, fill], full);
  const zero = constLike(fill, 0);
  const padded = bind("pad", [wide, zero], full);
  const inside = bind("pad", [fullLike(wide, 1), zero], full);
  const column = broadcastInDim(fill, padded.shape, [0]);
  return add(padded, mul(column, sub(fullLike(inside, 1), inside)));
}

/** Runs a host function once per example. */
function batchHostCall(
  values: readonly JaxArray[],
  batched: readonly boolean[],
  params: HostCall,
  size: number,
): JaxArray {
  const { out, run } = params;
  const words = sizeOf(out.shape) * (out.dtype === "key<fry>" ? 2 : 1);
  return bind("host_call", values, {
    name: params.name,
    out: { ...out, shape: [size, ...out.shape] },
    run: (inputs) => {
      const all = allocate(out.dtype, size * sizeOf(out.shape));
      for (let i = 0; i < size; i++) {
        const mine = inputs.map((input, k) => (batched[k] ? example(input, i) : input));
        all.set(run(mine), i * words);
      }
      return all;
    },
  });
}

function example(
  { shape, data }: { shape: Shape; data: HostData },
  i: number,
): { shape: Shape; data: HostData } {
  const length = data.length / shape[0];
  return { shape: shape.slice(1), data: data.subarray(i * length, (i + 1) * length) };
}

/** How each primitive runs for a whole batch. At least one value is batched. */
export const batchRules: { readonly [P in Primitive]: Rule<P> } = {
  ...family(UNARY, elementwise),
  ...family([...ARITHMETIC, ...COMPARISON], elementwise),
  integer_pow: elementwise("integer_pow"),
  relu_grad: ([x, t], [isX, isT], params, size) =>
    bind("relu_grad", [withBatchAxis(x, isX, size), withBatchAxis(t, isT, size)], params),
  select_n: (values, batched, _, size) => batchSelect(values, batched, size),
  dot_general: ([x, y], [isX, isY], dims) => batchDot(x, y, isX, isY, dims),
  broadcast_in_dim: ([x], _, { shape, dims }, size) =>
    broadcastInDim(x, [size, ...shape], [0, ...up(dims)]),
  reshape: ([x], _, { shape, asked }, size) =>
    bind("reshape", [x], { shape: [size, ...shape], asked }),
  transpose: ([x], _, { permutation }) =>
    bind("transpose", [x], { permutation: [0, ...up(permutation)] }),
  ...family(REDUCTION, reduce),
  argmax: argReduce("argmax"),
  argmin: argReduce("argmin"),
  cumsum: ([x], _, { axis, reverse }) => bind("cumsum", [x], { axis: axis + 1, reverse }),
  concatenate: (values, batched, { dimension }, size) =>
    bind(
      "concatenate",
      values.map((x, i) => withBatchAxis(x, batched[i], size)),
      { dimension: dimension + 1 },
    ),
  slice: ([x], _, { start, limit, strides }, size) =>
    bind("slice", [x], {
      start: [0, ...start],
      limit: [size, ...limit],
      strides: [1, ...strides],
    }),
  pad: (values, batched, params, size) => batchPad(values, batched, params, size),
  gather: ([x, indices], [isX, isIndices], { axis }) =>
    batchGather(x, indices, isX, isIndices, axis),
  scatter: (values, batched, params, size) => batchScatter(values, batched, params, size),
  iota: (_, __, params) => bind("iota", [], params),
  convert_element_type: elementwise("convert_element_type"),
  rev: ([x], _, { dimensions }) => bind("rev", [x], { dimensions: up(dimensions) }),
  host_call: (values, batched, params, size) => batchHostCall(values, batched, params, size),
};
