import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fullLike, mul, reduceSum, reshape, transpose } from "./ops";
import { bind } from "./trace";

/**
 * The tangent of a product over axes: each element's tangent times the product of all others,
 * which is built from prefix and suffix products so that zeros do no harm. Linear in `t`.
 */
export function reduceProdTangent(x: JaxArray, t: JaxArray, axes: readonly number[]): JaxArray {
  const kept = range(x.shape.length).filter((i) => !axes.includes(i));
  const order = [...kept, ...axes];
  const shape = [
    ...kept.map((i) => x.shape[i]),
    axes.reduce((product, i) => product * x.shape[i], 1),
  ];
  const flat = (value: JaxArray): JaxArray => reshape(transpose(value, order), shape);
  const others = mul(productsBefore(flat(x), false), productsBefore(flat(x), true));
  return reduceSum(mul(flat(t), others), [shape.length - 1]);
}

/** Product of the elements before (after) each one along the last axis, by doubling steps. */
function productsBefore(x: JaxArray, after: boolean): JaxArray {
  const n = x.shape[x.shape.length - 1];
  let result = shifted(x, 1, after);
  for (let step = 1; step < n; step *= 2) result = mul(result, shifted(result, step, after));
  return result;
}

/** Moves along the last axis by `by`, filling with ones. */
function shifted(x: JaxArray, by: number, backwards: boolean): JaxArray {
  const axis = x.shape.length - 1;
  const n = x.shape[axis];
  const count = Math.min(by, n);
  const ones = fullLike(x, 1, [...x.shape.slice(0, -1), count]);
  const start = x.shape.map((_, i) => (i === axis && backwards ? count : 0));
  const limit = x.shape.map((m, i) => (i === axis && !backwards ? n - count : m));
  const rest = bind("slice", [x], { start, limit, strides: x.shape.map(() => 1) });
  return bind("concatenate", backwards ? [rest, ones] : [ones, rest], { dimension: axis });
}
