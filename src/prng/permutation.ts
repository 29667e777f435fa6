import { bits } from "./bits";
import { split } from "./key";
import type { PrngKey } from "./key";

/** How many sorts by random 32-bit keys make all orders of n values nearly equally likely. */
function roundsFor(n: number): number {
  return Math.ceil((3 * Math.log(Math.max(1, n))) / Math.log(2 ** 32 - 1));
}

/** The order in which a stable sort puts the sort keys. */
function stableOrder(sortKeys: Uint32Array): Int32Array {
  return Int32Array.from(sortKeys.keys()).sort((a, b) => sortKeys[a] - sortKeys[b]);
}

/** A random order of 0 … n - 1: `jax.random.permutation(key, n)`. */
export function permutation(key: PrngKey, n: number): Int32Array {
  let order = Int32Array.from({ length: n }, (_, i) => i);
  let current = key;
  for (let round = 0; round < roundsFor(n); round++) {
    const [next, sub] = split(current);
    const previous = order;
    order = stableOrder(bits(sub, n)).map((i) => previous[i]);
    current = next;
  }
  return order;
}
