/** How far a number found by a fit may be from the one that was meant, as a share of it and in all. */
const NEAR = 5e-4;
const NEAR_IN_ALL = 3e-5;
/** A fit cannot tell less than this from nothing. */
const NOTHING = 5e-4;
const LARGEST_DENOMINATOR = 12;

/**
 * The number that a program is likely to hold where a fit found about this much: 0, a whole number, a short decimal, one
 * divided by a whole number or a fraction, the first that is near enough; else the number as it is.
 */
export function niceNumber(found: number): number {
  if (Math.abs(found) < NOTHING) return 0;
  const fractions = Array.from({ length: LARGEST_DENOMINATOR }, (_, i) => {
    const denominator = i + 1;
    return Math.round(found * denominator) / denominator;
  });
  const short = [1, 2].map((digits) => Number(found.toPrecision(digits)));
  const likely = [Math.round(found), ...short, 1 / Math.round(1 / found), ...fractions];
  const near = Math.max(NEAR * Math.abs(found), NEAR_IN_ALL);
  return likely.find((nice) => Math.abs(nice - found) <= near) ?? found;
}
