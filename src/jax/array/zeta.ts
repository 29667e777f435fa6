import { digamma, lgamma } from "./gamma";

/** Terms that are summed one by one before the Euler–Maclaurin formula takes the rest. */
const SUMMED_UP_TO = 12;
/** Bernoulli's numbers B₂ₖ / (2k)!, k = 1 … 8. */
const TAIL = [
  1 / 12,
  -1 / 720,
  1 / 30_240,
  -1 / 1_209_600,
  1 / 47_900_160,
  -691 / 1_307_674_368_000,
  1 / 74_724_249_600,
  -3617 / 10_670_622_842_880_000,
];

/** Hurwitz's zeta function Σ (q + n)^−x; NaN where the sum has no real value, as in JAX. */
export function zeta(x: number, q: number): number {
  if (x === 1) return Infinity;
  if (!(x > 1) || Number.isNaN(q) || q === Infinity) return NaN;
  // A pole at each whole number, with different signs on its sides for odd x.
  if (q <= 0 && Math.floor(q) === q) return x % 2 === 0 ? Infinity : NaN;
  if (q <= 0 && !Number.isInteger(x)) return NaN;
  let sum = 0;
  let at = q;
  for (; at < SUMMED_UP_TO; at++) sum += at ** -x;
  sum += at ** (1 - x) / (x - 1) + 0.5 * at ** -x;
  let factor = x;
  let power = at ** (-x - 1);
  TAIL.forEach((term, k) => {
    sum += term * factor * power;
    factor *= (x + 2 * k + 1) * (x + 2 * k + 2);
    power /= at * at;
  });
  return sum;
}

/** The m-th derivative of digamma; NaN unless m is a whole number from 0 on. */
export function polygamma(m: number, x: number): number {
  if (!Number.isInteger(m) || m < 0) return NaN;
  if (m === 0) return digamma(x);
  return (m % 2 === 0 ? -1 : 1) * Math.exp(lgamma(m + 1)) * zeta(m + 1, x);
}
