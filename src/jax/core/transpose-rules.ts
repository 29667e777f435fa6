import { isFloating } from "../base/dtype";
import { NotImplementedError } from "../base/errors";
import type { JaxArray } from "../array/array";
import { range, sizeOf, type Aval } from "../array/aval";
import { dotTransposeLhs, dotTransposeRhs } from "./dot-transpose";
import {
  convert,
  constLike,
  div,
  fullLike,
  mul,
  neg,
  reduceSum,
  reshape,
  reshapeAsked,
  select,
  transpose,
  unbroadcast,
  broadcastInDim,
} from "./ops";
import { ARITHMETIC, COMPARISON } from "../array/binary";
import { family, REDUCTION, type ParamsOf, type Primitive } from "../array/primitives";
import { UNARY } from "../array/unary";
import { bind } from "./trace";

type Cotangent = JaxArray | null;

/**
 * Cotangents of the linear arguments. `linear[i]` says which arguments are; those have a type but no
 * value, the others are known. The entries of known arguments in the result are not looked at.
 */
type Rule<P extends Primitive> = (
  ct: JaxArray,
  args: readonly JaxArray[],
  linear: readonly boolean[],
  params: ParamsOf[P],
) => readonly Cotangent[];

/** Derivatives are made of other primitives; a function that `linearTranspose` is given may hold any. */
function notLinear(prim: Primitive) {
  return (): never => {
    throw new NotImplementedError(
      `Transpose rule (for reverse-mode differentiation) for '${prim}' not implemented`,
    );
  };
}

function addRule(ct: JaxArray, [x, y]: readonly Aval[]): Cotangent[] {
  return [unbroadcast(ct, x.shape), unbroadcast(ct, y.shape)];
}

function mulRule(
  ct: JaxArray,
  [x, y]: readonly JaxArray[],
  [isX]: readonly boolean[],
): Cotangent[] {
  return isX ? [unbroadcast(mul(ct, y), x.shape), null] : [null, unbroadcast(mul(ct, x), y.shape)];
}

function concatenateRule(
  ct: JaxArray,
  args: readonly Aval[],
  linear: readonly boolean[],
  { dimension }: ParamsOf["concatenate"],
): Cotangent[] {
  let offset = 0;
  return args.map((x, i) => {
    const from = offset;
    offset += x.shape[dimension];
    if (!linear[i]) return null;
    const start = ct.shape.map((_, axis) => (axis === dimension ? from : 0));
    const limit = ct.shape.map((n, axis) => (axis === dimension ? from + x.shape[axis] : n));
    return bind("slice", [ct], { start, limit, strides: ct.shape.map(() => 1) });
  });
}

function sliceRule(
  ct: JaxArray,
  [x]: readonly Aval[],
  _: readonly boolean[],
  { start, strides }: ParamsOf["slice"],
): Cotangent[] {
  const config = x.shape.map((n, i): [number, number, number] => {
    const covered = ct.shape[i] === 0 ? 0 : (ct.shape[i] - 1) * strides[i] + 1;
    return [start[i], n - start[i] - covered, strides[i] - 1];
  });
  return [bind("pad", [ct, constLike(ct, 0)], { config })];
}

function padRule(
  ct: JaxArray,
  [x, fill]: readonly Aval[],
  [isX, isFill]: readonly boolean[],
  { config }: ParamsOf["pad"],
): Cotangent[] {
  const start = config.map(([low]) => low);
  const limit = config.map(([low, , interior], i) => {
    const n = x.shape[i];
    return low + (n === 0 ? 0 : (n - 1) * (interior + 1) + 1);
  });
  const strides = config.map(([, , interior]) => interior + 1);
  const inside = bind("slice", [ct], { start, limit, strides });
  const all = (value: JaxArray): JaxArray => reduceSum(value, range(value.shape.length));
  const outside = isFill ? bind("sub", [all(ct), all(inside)], {}) : null;
  return [isX ? inside : null, outside && reshape(outside, fill.shape)];
}

function gatherRule(
  ct: JaxArray,
  [x, indices]: readonly JaxArray[],
  _: readonly boolean[],
  { axis }: ParamsOf["gather"],
): Cotangent[] {
  // Reads out of bounds are clamped but, as in JAX, give no gradient: the scatter drops them.
  const zeros = fullLike(ct, 0, x.shape);
  return [bind("scatter", [zeros, indices, ct], { axis, kind: "add" }), null];
}

function scatterRule(
  ct: JaxArray,
  [, indices, updates]: readonly JaxArray[],
  [isX, , isUpdates]: readonly boolean[],
  { axis, kind }: ParamsOf["scatter"],
): Cotangent[] {
  const rows = ct.shape[axis];
  if (kind === "add")
    return [isX ? ct : null, null, isUpdates ? dropOutside(ct, indices, rows, axis) : null];
  // Linear in what is multiplied alone; the factors are known.
  if (kind === "mul") return [bind("scatter", [ct, indices, updates], { axis, kind }), null, null];
  // Of several writes to one row only the last one counts; mark it by its position.
  const zeros = fullLike(updates, 0);
  const under = isX ? bind("scatter", [ct, indices, zeros], { axis, kind: "set" }) : null;
  const back = isUpdates
    ? keepLast(dropOutside(ct, indices, rows, axis), indices, rows, axis)
    : null;
  return [under, null, back];
}

function repeatedFlags(flags: JaxArray, like: Aval, axis: number): JaxArray {
  const dims = range(flags.shape.length).map((i) => i + axis);
  return broadcastInDim(flags, like.shape, dims);
}

function dropOutside(ct: JaxArray, indices: JaxArray, rows: number, axis: number): JaxArray {
  const read = bind("gather", [ct, indices], { axis });
  const low = bind("ge", [indices, constLike(indices, 0)], {});
  const high = bind("lt", [indices, constLike(indices, rows)], {});
  const inside = repeatedFlags(bind("and", [low, high], {}), read, axis);
  return select(inside, fullLike(read, 0), read);
}

function keepLast(read: JaxArray, indices: JaxArray, rows: number, axis: number): JaxArray {
  const count = sizeOf(indices.shape);
  const order = bind("iota", [], { dtype: "int32", shape: [count], dimension: 0 });
  const place = reshape(order, indices.shape);
  const blank = fullLike(order, -1, [rows]);
  const writer = bind("scatter", [blank, indices, place], { axis: 0, kind: "set" });
  const isLast = bind("eq", [bind("gather", [writer, indices], { axis: 0 }), place], {});
  return select(repeatedFlags(isLast, read, axis), fullLike(read, 0), read);
}

/** How cotangents move backwards through each primitive that can be linear. */
export const transposeRules: { readonly [P in Primitive]: Rule<P> } = {
  ...family([...UNARY, ...ARITHMETIC, ...COMPARISON, ...REDUCTION], notLinear),
  neg: (ct) => [neg(ct)],
  integer_pow: notLinear("integer_pow"),
  relu_grad: (ct, [x]) => [null, bind("relu_grad", [x, ct], {})],
  add: addRule,
  sub: (ct, [x, y], [isX, isY]) => [
    isX ? unbroadcast(ct, x.shape) : null,
    isY ? unbroadcast(neg(ct), y.shape) : null,
  ],
  mul: mulRule,
  div: (ct, [x, y]) => [unbroadcast(div(ct, y), x.shape), null],
  select_n: (ct, [which], [, isX, isY]) => {
    const zeros = fullLike(ct, 0);
    return [null, isX ? select(which, ct, zeros) : null, isY ? select(which, zeros, ct) : null];
  },
  dot_general: (ct, [x, y], [isX], dims) =>
    isX ? [dotTransposeLhs(ct, x, y, dims), null] : [null, dotTransposeRhs(ct, x, y, dims)],
  broadcast_in_dim: (ct, [x], _, { dims }) => {
    const axes = range(ct.shape.length).filter((axis) => {
      const from = dims.indexOf(axis);
      return from < 0 || (x.shape[from] === 1 && ct.shape[axis] !== 1);
    });
    return [reshapeAsked(reduceSum(ct, axes), x.shape)];
  },
  reshape: (ct, [x]) => [reshapeAsked(ct, x.shape)],
  transpose: (ct, _, __, { permutation }) => [
    transpose(
      ct,
      permutation.map((_axis, i) => permutation.indexOf(i)),
    ),
  ],
  reduce_sum: (ct, [x], _, { axes }) => {
    const kept = range(x.shape.length).filter((i) => !axes.includes(i));
    return [broadcastInDim(ct, x.shape, kept)];
  },
  argmax: notLinear("argmax"),
  argmin: notLinear("argmin"),
  cumsum: (ct, _, __, { axis, reverse }) => [bind("cumsum", [ct], { axis, reverse: !reverse })],
  concatenate: concatenateRule,
  slice: sliceRule,
  pad: padRule,
  gather: gatherRule,
  scatter: scatterRule,
  iota: notLinear("iota"),
  convert_element_type: (ct, [x]) => [isFloating(x.dtype) ? convert(ct, x.dtype, x.weak) : null],
  rev: (ct, _, __, params) => [bind("rev", [ct], params)],
  host_call: notLinear("host_call"),
};
