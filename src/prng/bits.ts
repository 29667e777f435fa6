import type { PrngKey } from "./key";
import { threefry2x32 } from "./threefry";

/**
 * `size` random 32-bit words. Word n is made from block (n >>> 32, n) alone, so a shorter draw is a
 * prefix of a longer one; a shaped draw takes n in row-major order.
 */
export function bits(key: PrngKey, size: number): Uint32Array {
  const words = new Uint32Array(size);
  const pair = new Uint32Array(2);
  for (let n = 0; n < size; n++) {
    threefry2x32(key[0], key[1], Math.floor(n / 2 ** 32), n, pair);
    words[n] = pair[0] ^ pair[1];
  }
  return words;
}
