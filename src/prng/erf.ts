import { horner } from "./float32";

const NUMERATOR = new Float32Array([
  0.00022905065861350646, 0.0034082910107109506, 0.050955695062380861, 0.18520832239976145,
  1.128379143519084,
]);
const DENOMINATOR = new Float32Array([
  -1.1791602954361697e-7, 2.3547966471313185e-5, 1.0179625278914885e-3, 0.014070470171167667,
  0.11098505178285362, 0.49746925110067538, 1,
]);
/** From here on the float32 error function is 1. */
const SATURATION = Math.fround(3.832506856900711);

/** The error function in float32: the rational approximation that XLA uses. */
export function erf(x: number): number {
  if (Math.abs(x) >= SATURATION) return Math.sign(x);
  const square = Math.fround(x * x);
  const top = Math.fround(x * horner(NUMERATOR, square));
  return Math.fround(top / horner(DENOMINATOR, square));
}
