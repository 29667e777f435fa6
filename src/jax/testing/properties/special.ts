/** Special functions in double precision, by other formulas than the facade's. */
import type { BinaryName } from "../../array/binary";
import type { UnaryName } from "../../array/unary";

/** The error function: its power series near zero, a continued fraction of its complement beyond. */
function erf(x: number): number {
  if (Math.abs(x) >= 3) return Math.sign(x) * (1 - tail(Math.abs(x)));
  let [term, sum] = [x, x];
  for (let n = 1; n < 80; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** 1 − erf(x). */
function erfc(x: number): number {
  return x >= 3 ? tail(x) : 1 - erf(x);
}

function tail(x: number): number {
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/** The inverse of {@link erf}, by Newton's steps. */
function erfInv(y: number): number {
  if (Math.abs(y) >= 1) return Math.abs(y) === 1 ? y * Infinity : NaN;
  let x = 0;
  for (let i = 0; i < 60; i++) x -= ((erf(x) - y) * Math.sqrt(Math.PI) * Math.exp(x * x)) / 2;
  return x;
}

/** log |Γ(x)| by Stirling's series at x + 20. */
function lgamma(x: number): number {
  let shift = 0;
  for (let i = 0; i < 20; i++) shift += Math.log(Math.abs(x + i));
  const z = x + 20;
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** The derivative of {@link lgamma}. */
function digamma(x: number): number {
  let shift = 0;
  for (let i = 0; i < 20; i++) shift += 1 / (x + i);
  const z = x + 20;
  const series = 1 / (12 * z ** 2) - 1 / (120 * z ** 4) + 1 / (252 * z ** 6) - 1 / (240 * z ** 8);
  return Math.log(z) - 0.5 / z - series - shift;
}

/** The sum of (q + n)^−x: the first 400 terms, and the integral from there with two corrections. */
function zeta(x: number, q: number): number {
  if (!(x > 1)) return x === 1 ? Infinity : NaN;
  let sum = 0;
  for (let n = 399; n >= 0; n--) sum += (q + n) ** -x;
  const end = q + 400;
  return sum + end ** (1 - x) / (x - 1) + end ** -x / 2 + (x * end ** (-x - 1)) / 12;
}

/** The m-th derivative of {@link digamma}. */
function polygamma(m: number, x: number): number {
  if (m === 0) return digamma(x);
  let factorial = 1;
  for (let i = 2; i <= m; i++) factorial *= i;
  return (m % 2 === 0 ? -1 : 1) * factorial * zeta(m + 1, x);
}

/** I_n(x)·e^−|x| as the mean of e^(x cos t − |x|) cos nt over a turn, which the trapezoid rule gives to all digits. */
function besselIe(n: number, x: number): number {
  const count = 64;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const t = (2 * Math.PI * i) / count;
    sum += Math.exp(x * Math.cos(t) - Math.abs(x)) * Math.cos(n * t);
  }
  return sum / count;
}

/** By the primitives that the facade computes by approximations of its own; of other rows the formula is exact. */
export const INDEPENDENT_UNARY: { readonly [P in UnaryName]?: (x: number) => number } = {
  erf,
  erfc,
  erf_inv: erfInv,
  lgamma,
  digamma,
  bessel_i0e: (x) => besselIe(0, x),
  bessel_i1e: (x) => besselIe(1, x),
};
export const INDEPENDENT_BINARY: { readonly [P in BinaryName]?: (a: number, b: number) => number } =
  { zeta, polygamma };
