/**
 * The logarithms in float32 as XLA computes them on a CPU, with every multiply-add fused as its compiler
 * does. Normals, Gumbel draws and exponentials go through them, and a correctly rounded logarithm
 * differs in the last place for one value in seven. The approximations are those of Moshier's Cephes library.
 */
import { fma, horner } from "./float32";

const SQRT_HALF = Math.fround(Math.SQRT1_2);
const LOG_HIGH = new Float32Array([7.0376836292e-2, -1.151461031e-1, 1.167699874e-1]);
const LOG_MIDDLE = new Float32Array([-1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1]);
const LOG_LOW = new Float32Array([2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1]);
/** log 2 as the sum of a short number, whose multiples are exact, and a small rest. */
const LN2_HIGH = Math.fround(0.693359375);
const LN2_REST = Math.fround(-2.1219444e-4);

const LOG1P_SMALL = Math.fround(Math.SQRT2 - 1);
const LOG1P_TOP = new Float32Array([
  4.5270000862445199635215e-5, 4.9854102823193375972212e-1, 6.5787325942061044846969,
  2.9911919328553073277375e1, 6.0949667980987787057556e1, 5.7112963590585538103336e1,
  2.0039553499201281259648e1,
]);
const LOG1P_BOTTOM = new Float32Array([
  1, 1.5062909083469192043167e1, 8.3047565967967209469434e1, 2.2176239823732856465394e2,
  3.0909872225312059774938e2, 2.1642788614495947685003e2, 6.0118660497603843919306e1,
]);

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** A positive float32 as m * 2^e with m in [1/2, 1): the pair [m, e]. Subnormals count as 2^-126. */
function mantissaAndExponent(x: number): [number, number] {
  float[0] = Math.max(x, 2 ** -126);
  const exponent = (word[0] >>> 23) - 126;
  word[0] = (word[0] & 0x007fffff) | 0x3f000000;
  return [float[0], exponent];
}

/** log(x) in float32; -Infinity at 0, NaN below. */
export function log32(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log(x);
  let [t, e] = mantissaAndExponent(x);
  if (t < SQRT_HALF) {
    e -= 1;
    t += t;
  }
  t -= 1;
  const square = Math.fround(t * t);
  const cube = Math.fround(square * t);
  let p = fma(horner(LOG_HIGH, t), cube, horner(LOG_MIDDLE, t));
  p = fma(p, cube, horner(LOG_LOW, t));
  p = fma(p, cube, Math.fround(LN2_REST * e));
  return fma(LN2_HIGH, e, Math.fround(fma(-0.5, square, t) + p));
}

/** log(1 + x) in float32, exact also for x near 0; -Infinity at -1, NaN below. */
export function log1p32(x: number): number {
  if (Math.abs(x) >= LOG1P_SMALL || Number.isNaN(x)) return log32(Math.fround(x + 1));
  const square = Math.fround(x * x);
  const cube = Math.fround(square * x);
  const quotient = Math.fround(horner(LOG1P_TOP, x) / horner(LOG1P_BOTTOM, x));
  return Math.fround(x + fma(-0.5, square, Math.fround(cube * quotient)));
}
