import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { add, constLike, mul, reshape, transpose } from "./ops";
import { bind } from "./trace";

/**
 * The tangent of a product over axes, linear in `t`: halves are multiplied until one element is left, as in JAX, and
 * each multiplication has the tangent of a product. Zeros do no harm.
 */
export function reduceProdTangent(x: JaxArray, t: JaxArray, axes: readonly number[]): JaxArray {
  const kept = range(x.shape.length).filter((i) => !axes.includes(i));
  const order = [...axes, ...kept];
  const rest = kept.map((i) => x.shape[i]);
  const count = axes.reduce((product, i) => product * x.shape[i], 1);
  const flat = (value: JaxArray): JaxArray => reshape(transpose(value, order), [count, ...rest]);
  let [values, tangents] = [flat(x), flat(t)];
  while (values.shape[0] > 1) {
    const [a, b] = halves(values, 1);
    const [ta, tb] = halves(tangents, 0);
    tangents = add(mul(ta, b), mul(a, tb));
    values = mul(a, b);
  }
  return reshape(tangents, rest);
}

/** Both halves of the first axis; what the second lacks is filled. */
function halves(x: JaxArray, filler: number): [JaxArray, JaxArray] {
  const n = x.shape[0];
  const middle = Math.ceil(n / 2);
  const part = (from: number, to: number): JaxArray =>
    bind("slice", [x], {
      start: x.shape.map((_, i) => (i === 0 ? from : 0)),
      limit: x.shape.map((m, i) => (i === 0 ? to : m)),
      strides: x.shape.map(() => 1),
    });
  const second = part(middle, n);
  if (n % 2 === 0) return [part(0, middle), second];
  const config = x.shape.map((_, i): [number, number, number] => [0, i === 0 ? 1 : 0, 0]);
  return [part(0, middle), bind("pad", [second, constLike(x, filler)], { config })];
}
