/**
 * Modified Bessel functions of the first kind times e^−|x|, in double precision. Below 20 by the power series
 * (NIST's Digital Library of Mathematical Functions, 10.25.2), whose terms have one sign; beyond by the expansion for
 * large arguments (10.40.1), whose smallest term is then about e^−40 of the first.
 */
const BEYOND = 20;
/** Parts of the sum that a double cannot hold. */
const NOTHING = 1e-18;

/** I₀(x) · e^−|x|, an even function. */
export function i0e(x: number): number {
  return scaled(0, Math.abs(x));
}

/** I₁(x) · e^−|x|, an odd function. */
export function i1e(x: number): number {
  return x < 0 || Object.is(x, -0) ? -scaled(1, -x) : scaled(1, x);
}

function scaled(order: 0 | 1, x: number): number {
  return x > BEYOND ? large(order, x) : Math.exp(-x) * series(order, x);
}

/** Σ (x/2)^(2k + order) / (k! (k + order)!) */
function series(order: 0 | 1, x: number): number {
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; term > sum * NOTHING; k++) {
    term *= (x * x) / (4 * k * (k + order));
    sum += term;
  }
  return sum;
}

/** 1/√(2πx) · Σ (−1)^k · (4·order² − 1²)(4·order² − 3²)… / (k! (8x)^k) */
function large(order: 0 | 1, x: number): number {
  let term = 1;
  let sum = term;
  for (let k = 1; Math.abs(term) > NOTHING; k++) {
    term *= ((2 * k - 1) ** 2 - 4 * order ** 2) / (8 * k * x);
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}
