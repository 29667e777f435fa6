import { isHalf } from "../base/dtype";
import { argReduce, cumsum, reduce } from "../device/reduce-ops";
import { dotGeneral } from "../device/dot-general";
import { binary, lazily, unary } from "../device/elementwise";
import { convert } from "../device/convert-op";
import { gather, scatter } from "../device/index-ops";
import { allocate } from "../array/host-data";
import { roundToStorage } from "../array/round-to-storage";
import { integerPow } from "../device/integer-pow";
import { concatenate, pad } from "../device/join-ops";
import { checkSize } from "../array/limits";
import { reluGrad, select } from "../device/select-op";
import { broadcastInDim, reshape, rev, slice, transpose } from "../device/shape-ops";
import { abstractRules } from "./abstract";
import { sizeOf, type Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { runOperation } from "./run-operation";
import type { Operation } from "./operation";
import { ARITHMETIC, COMPARISON, type BinaryName } from "../array/binary";
import {
  family,
  REDUCTION,
  type ParamsOf,
  type Primitive,
  type ReductionName,
} from "../array/primitives";
import { UNARY, type UnaryName } from "../array/unary";

type Rule<P extends Primitive> = (
  args: readonly ConcreteArray[],
  params: ParamsOf[P],
  out: Aval,
) => ConcreteArray;

function unaryRule(name: UnaryName): Rule<UnaryName> {
  return ([x], _, out) => unary(name, x, out);
}
function binaryRule(name: BinaryName): Rule<BinaryName> {
  return ([x, y], _, out) => binary(name, x, y, out);
}
function reductionRule(name: ReductionName): Rule<ReductionName> {
  return ([x], { axes }, out) => reduce(name, x, axes, out);
}
function powRule([x, y]: readonly ConcreteArray[], _: unknown, out: Aval): ConcreteArray {
  const exponent = y.dtype === x.dtype ? y : convert(y, { ...y, dtype: x.dtype });
  return binary("pow", x, exponent, out);
}
function iota(params: ParamsOf["iota"], out: Aval): ConcreteArray {
  checkSize(sizeOf(out.shape));
  const { shape, dimension } = params;
  const data = allocate(out.dtype, sizeOf(shape));
  const inner = sizeOf(shape.slice(dimension + 1));
  const n = shape[dimension];
  for (let i = 0; i < data.length; i++) data[i] = Math.floor(i / inner) % n;
  return lazily(out, shape, data);
}
function hostCall(args: readonly ConcreteArray[], params: ParamsOf["host_call"]): ConcreteArray {
  checkSize(sizeOf(params.out.shape));
  const inputs = args.map((x) => ({ shape: x.shape, data: x.values() }));
  return lazily(params.out, params.out.shape, params.run(inputs));
}

/** How each primitive is computed on concrete arrays. */
const rules: { readonly [P in Primitive]: Rule<P> } = {
  ...family(UNARY, unaryRule),
  stop_gradient: ([x]) => x,
  integer_pow: ([x], { y }, out) => integerPow(x, y, out),
  ...family([...ARITHMETIC, ...COMPARISON], binaryRule),
  pow: powRule,
  relu_grad: ([x, t], _, out) => reluGrad(x, t, out),
  select_n: ([which, x, y], _, out) => select(which, x, y, out),
  dot_general: ([x, y], dims, out) => dotGeneral(x, y, dims, out),
  broadcast_in_dim: ([x], params, out) => broadcastInDim(x, params, out),
  reshape: ([x], _, out) => reshape(x, out),
  transpose: ([x], params, out) => transpose(x, params, out),
  ...family(REDUCTION, reductionRule),
  argmax: ([x], { axis }, out) => argReduce(x, axis, true, out),
  argmin: ([x], { axis }, out) => argReduce(x, axis, false, out),
  cumsum: ([x], { axis, reverse }, out) => cumsum(x, axis, reverse, out),
  concatenate: (args, params, out) => concatenate(args, params, out),
  slice: ([x], params, out) => slice(x, params, out),
  pad: ([x, fill], params, out) => pad(x, fill, params, out),
  gather: ([x, indices], { axis }, out) => gather(x, indices, axis, out),
  scatter: ([x, indices, updates], { axis, kind }, out) =>
    scatter(x, indices, updates, axis, kind, out),
  iota: (_, params, out) => iota(params, out),
  convert_element_type: ([x], _, out) => convert(x, out),
  rev: ([x], params, out) => rev(x, params, out),
  host_call: (args, params) => hostCall(args, params),
};

/** Primitives whose results may need rounding where 16-bit floats are stored; all others move values. */
const ROUNDED: ReadonlySet<Primitive> = new Set<Primitive>([
  ...UNARY.filter((name) => name !== "stop_gradient"),
  ...ARITHMETIC,
  "integer_pow",
  "dot_general",
  "reduce_sum",
  "reduce_prod",
  "cumsum",
  "scatter",
  "host_call",
]);

/** A fresh result with its values rounded to what its dtype stores. */
function rounded(result: ConcreteArray): ConcreteArray {
  roundToStorage(result.storage.read(), result.dtype);
  return result;
}

/** Computes a primitive on concrete arrays, after checking their types. */
export function evaluate<P extends Primitive>(
  prim: P,
  args: readonly ConcreteArray[],
  params: ParamsOf[P],
): ConcreteArray {
  const out = abstractRules[prim](args, params);
  const result = rules[prim](args, params, out);
  return isHalf(out.dtype) && ROUNDED.has(prim) ? rounded(result) : result;
}

/** Runs an operation that holds functions on concrete arrays. */
export function evaluateCall(call: Operation, args: readonly ConcreteArray[]): ConcreteArray[] {
  return runOperation(call, args, evaluate);
}
