import { allocate, type HostData } from "../device/host-data";
import type { JaxArray } from "./array";
import { sizeOf, type Shape } from "./aval";
import { batchDot } from "./batch-dot";
import { spread } from "./spread";
import { batchGather, batchScatter } from "./batch-index";
import { broadcastInDim, reshape, select, sub, add, mul, fullLike, constLike } from "./ops";
import type { HostCall, ParamsOf, Primitive } from "./primitives";
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

function reduce(
  prim: "reduce_sum" | "reduce_max" | "reduce_min" | "reduce_prod" | "reduce_and" | "reduce_or",
): Rule<typeof prim> {
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
  const no = spread(x, isX, size);
  const yes = spread(y, isY, size);
  if (!isWhich && which.shape.length === 0) return select(which, no, yes);
  const wide = spread(which, isWhich, size);
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
  const wide = spread(x, isX, size);
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
  neg: elementwise("neg"),
  exp: elementwise("exp"),
  expm1: elementwise("expm1"),
  log: elementwise("log"),
  log1p: elementwise("log1p"),
  sqrt: elementwise("sqrt"),
  rsqrt: elementwise("rsqrt"),
  tanh: elementwise("tanh"),
  logistic: elementwise("logistic"),
  sin: elementwise("sin"),
  cos: elementwise("cos"),
  tan: elementwise("tan"),
  abs: elementwise("abs"),
  sign: elementwise("sign"),
  floor: elementwise("floor"),
  ceil: elementwise("ceil"),
  round: elementwise("round"),
  erf: elementwise("erf"),
  exp2: elementwise("exp2"),
  cbrt: elementwise("cbrt"),
  sinh: elementwise("sinh"),
  cosh: elementwise("cosh"),
  asin: elementwise("asin"),
  acos: elementwise("acos"),
  atan: elementwise("atan"),
  asinh: elementwise("asinh"),
  acosh: elementwise("acosh"),
  atanh: elementwise("atanh"),
  erfc: elementwise("erfc"),
  erf_inv: elementwise("erf_inv"),
  lgamma: elementwise("lgamma"),
  digamma: elementwise("digamma"),
  is_finite: elementwise("is_finite"),
  not: elementwise("not"),
  square: elementwise("square"),
  relu: elementwise("relu"),
  stop_gradient: elementwise("stop_gradient"),
  integer_pow: elementwise("integer_pow"),
  add: elementwise("add"),
  sub: elementwise("sub"),
  mul: elementwise("mul"),
  div: elementwise("div"),
  pow: elementwise("pow"),
  max: elementwise("max"),
  min: elementwise("min"),
  rem: elementwise("rem"),
  atan2: elementwise("atan2"),
  zeta: elementwise("zeta"),
  polygamma: elementwise("polygamma"),
  and: elementwise("and"),
  or: elementwise("or"),
  xor: elementwise("xor"),
  eq: elementwise("eq"),
  ne: elementwise("ne"),
  lt: elementwise("lt"),
  le: elementwise("le"),
  gt: elementwise("gt"),
  ge: elementwise("ge"),
  relu_grad: ([x, t], [isX, isT], params, size) =>
    bind("relu_grad", [spread(x, isX, size), spread(t, isT, size)], params),
  select_n: (values, batched, _, size) => batchSelect(values, batched, size),
  dot_general: ([x, y], [isX, isY], dims) => batchDot(x, y, isX, isY, dims),
  broadcast_in_dim: ([x], _, { shape, dims }, size) =>
    broadcastInDim(x, [size, ...shape], [0, ...up(dims)]),
  reshape: ([x], _, { shape, asked }, size) =>
    bind("reshape", [x], { shape: [size, ...shape], asked }),
  transpose: ([x], _, { permutation }) =>
    bind("transpose", [x], { permutation: [0, ...up(permutation)] }),
  reduce_sum: reduce("reduce_sum"),
  reduce_max: reduce("reduce_max"),
  reduce_min: reduce("reduce_min"),
  reduce_prod: reduce("reduce_prod"),
  reduce_and: reduce("reduce_and"),
  reduce_or: reduce("reduce_or"),
  argmax: argReduce("argmax"),
  argmin: argReduce("argmin"),
  cumsum: ([x], _, { axis, reverse }) => bind("cumsum", [x], { axis: axis + 1, reverse }),
  concatenate: (values, batched, { dimension }, size) =>
    bind(
      "concatenate",
      values.map((x, i) => spread(x, batched[i], size)),
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
