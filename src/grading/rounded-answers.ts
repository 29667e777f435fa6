/** Right answers that have lost digits: how many are left, read from the returned numbers alone. */
import type { LawResult } from "./lesson-check";

/** A returned number and the right one; errors grow with the largest number of their case. */
type Pair = { got: number; right: number; scale: number };

/** One way to lose digits. */
type Rounding = {
  /** What of the numbers is right, after "right to ". */
  left: string;
  isSeenIn(pairs: readonly Pair[]): boolean;
};

const MOST_PLACES = 5;
/** Float32 prints a decimal number with an error of this share. */
const FLOAT32 = 2 ** -23;
/** Sums of a few terms lose some of their last bits. */
const LOST_BITS = 3;

/** Which digits of the right answers are left, in words; null where the answers are not rounded ones. */
export function digitsLeft(results: readonly LawResult[]): string | null {
  const pairs = results.flatMap(({ got, expected }) =>
    expected.map((right, i) => ({
      got: got?.[i] ?? NaN,
      right,
      scale: Math.max(...expected.map(Math.abs)),
    })),
  );
  return ROUNDINGS.find(({ isSeenIn }) => pairs.length > 0 && isSeenIn(pairs))?.left ?? null;
}

const ROUNDINGS: readonly Rounding[] = [
  ...Array.from({ length: MOST_PLACES }, (_, i) => toPlaces(i + 1)),
  toBits("the 8 bits of bfloat16", 8),
  toBits("the 11 bits of float16", 11),
  {
    left: "two or three digits",
    isSeenIn: (pairs) => {
      const errors = pairs.map(({ got, right, scale }) => (got - right) / scale);
      const isNear = errors.every((error) => Math.abs(error) < 2 ** -7);
      // Rounding goes up and down; what pulls all numbers one way is something else.
      return (
        isNear && errors.some((error) => error > 1e-5) && errors.some((error) => error < -1e-5)
      );
    },
  },
];

function toPlaces(places: number): Rounding {
  const unit = 10 ** -places;
  return {
    left: places === 1 ? "1 decimal place" : `${places} decimal places`,
    isSeenIn: (pairs) =>
      pairs.every(({ got, right }) => {
        const slack = FLOAT32 * Math.abs(got);
        const isShort = Math.abs(got - Math.round(got / unit) * unit) <= slack;
        return isShort && Math.abs(got - right) <= unit / 2 + 1e-5 * Math.abs(right);
      }),
  };
}

/** A significand of so many bits. */
function toBits(left: string, bits: number): Rounding {
  return {
    left,
    isSeenIn: (pairs) =>
      pairs.every(({ got, right, scale }) => {
        const unit = 2 ** (Math.floor(Math.log2(Math.abs(got))) - bits + 1);
        const isShort = got === 0 || Number.isInteger(got / unit);
        return isShort && Math.abs(got - right) <= 2 ** (LOST_BITS - bits) * scale;
      }),
  };
}
