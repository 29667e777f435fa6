import type { PrngKey } from "./key";
import { NOISE, type Noise } from "./noise";
import { permutation } from "./permutation";
import { randint } from "./randint";

/**
 * `size` positions out of 0 … n - 1: the draw behind `jax.random.choice`.
 * `p` gives each position's weight, in the type of `noise`; without `replace` no position comes twice.
 * Throws RangeError if more positions are asked for without replacement than there are.
 */
export function choice(
  key: PrngKey,
  n: number,
  size: number,
  {
    replace = true,
    p,
    noise = NOISE.float32,
  }: { replace?: boolean; p?: Float32Array; noise?: Noise } = {},
): Int32Array {
  if (!replace && size > n) throw new RangeError(`cannot take ${size} of ${n} without replacement`);
  if (p === undefined) {
    return replace ? randint(key, size, 0, n) : permutation(key, n).subarray(0, size);
  }
  return replace ? weighted(key, p, size, noise) : weightedDistinct(key, p, size, noise);
}

/** Inverts the cumulative weights at random heights. */
function weighted(
  key: PrngKey,
  p: Float32Array,
  size: number,
  { round, uniform }: Noise,
): Int32Array {
  const cumulative = runningSum(p, round);
  const total = cumulative[cumulative.length - 1];
  return Int32Array.from(uniform(key, size), (u) =>
    firstNotBelow(cumulative, round(total * round(1 - u))),
  );
}

/** The positions with the largest perturbed log weights, largest first. */
function weightedDistinct(
  key: PrngKey,
  p: Float32Array,
  size: number,
  { round, log, gumbel }: Noise,
): Int32Array {
  const scores = gumbel(key, p.length).map((g, i) => round(g + log(p[i])));
  return Int32Array.from(scores.keys())
    .sort((a, b) => scores[b] - scores[a])
    .subarray(0, size);
}

/** Sums of all prefixes, added in the order of JAX's parallel scan, which fixes their rounding. */
function runningSum(values: Float32Array, round: (x: number) => number): Float32Array {
  if (values.length < 2) return values.slice();
  const pairs = new Float32Array(values.length >> 1).map((_, i) =>
    round(values[2 * i] + values[2 * i + 1]),
  );
  const odd = runningSum(pairs, round);
  return values.map((value, i) => {
    if (i === 0) return value;
    return i % 2 === 1 ? odd[i >> 1] : round(odd[(i >> 1) - 1] + value);
  });
}

/** The first position whose value is not below `height`, by bisection. */
function firstNotBelow(sorted: Float32Array, height: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
