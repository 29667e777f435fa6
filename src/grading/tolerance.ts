/** The comparison of JAX's own tests at float32: |got − expected| ≤ atol + rtol · |expected|. */
export const ABSOLUTE_TOLERANCE = 1e-6;
export const RELATIVE_TOLERANCE = 1e-5;

/** Budget of a case that gave no usable numbers: far beyond the limit, and still a JSON number. */
export const NO_NUMBERS_BUDGET = Number.MAX_VALUE;

/** How far a result may be from `expected`. */
export function toleranceFor(expected: number): number {
  return ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * Math.abs(expected);
}

/**
 * Share of the tolerance that the largest error uses: at most 1 is right. A count of numbers that
 * differs, NaN and infinities give NO_NUMBERS_BUDGET, so that no comparison with them can pass.
 */
export function budgetUsed(got: readonly number[], expected: readonly number[]): number {
  if (got.length !== expected.length || expected.length === 0) return NO_NUMBERS_BUDGET;
  let worst = 0;
  for (const [i, right] of expected.entries()) {
    const share = Math.abs((got[i] ?? NaN) - right) / toleranceFor(right);
    if (!Number.isFinite(share)) return NO_NUMBERS_BUDGET;
    worst = Math.max(worst, share);
  }
  return worst;
}
