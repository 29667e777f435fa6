/**
 * a * b + c for float32 values, rounded once to float32, as a fused multiply-add does.
 * The product of two float32 values is exact in a double; only the sum can round twice, which
 * changes the result about once in 2^29.
 */
export function fma(a: number, b: number, c: number): number {
  return Math.fround(a * b + c);
}

/** A polynomial at x by Horner's rule with fused multiply-adds; coefficients from the highest power down. */
export function horner(coefficients: Float32Array, x: number): number {
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = Math.fround(sum * x + coefficients[i]);
  return sum;
}

/** The next float32 after the float32 value x in the direction of +infinity (1) or -infinity (-1). */
export function nextAfter(x: number, direction: 1 | -1): number {
  if (!Number.isFinite(x)) return x;
  if (x === 0) return direction * 2 ** -149;
  const float = new Float32Array([x]);
  const word = new Int32Array(float.buffer);
  word[0] += x > 0 === direction > 0 ? 1 : -1;
  return float[0];
}

/** One value for every element, or a value for each element. */
export type PerElement = number | Float32Array;

/** Element i of a value that may be the same for all. */
export function elementOf(value: PerElement, i: number): number {
  return typeof value === "number" ? Math.fround(value) : value[i];
}
