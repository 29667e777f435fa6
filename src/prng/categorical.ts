import type { PrngKey } from "./key";
import { NOISE, type Noise } from "./noise";

/**
 * `draws` class numbers for each place of `logits` ([outer, classes, inner], row-major), as int32 in the order
 * [draws, outer, inner]: `jax.random.categorical`. It adds Gumbel noise of the logits' type and takes the largest.
 */
export function categorical(
  key: PrngKey,
  logits: Float32Array,
  classes: number,
  draws = 1,
  inner = 1,
  { round, gumbel }: Noise = NOISE.float32,
): Int32Array {
  const noise = gumbel(key, draws * logits.length);
  const picks = new Int32Array(noise.length / classes);
  for (let pick = 0; pick < picks.length; pick++) {
    const start = Math.floor(pick / inner) * classes * inner + (pick % inner);
    const scores = new Float32Array(classes).map((_, i) => {
      const at = start + i * inner;
      return round(noise[at] + logits[at % logits.length]);
    });
    picks[pick] = indexOfLargest(scores);
  }
  return picks;
}

function indexOfLargest(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
