import { sha1 } from "@noble/hashes/legacy.js";
import { foldIn } from "./key";
import type { PrngKey } from "./key";

/** The fewest bytes that hold the whole number, most significant first; none for 0. */
function bytesOf(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}

/**
 * The number that Linen folds into a stream's key for call number `counter` (from 1) of a module, where `path` is the names
 * of the modules below the root: the first four bytes of a SHA-1 over path and counter, without separators as in
 * Flax's default (`flax_fix_rng_separator` off).
 */
export function linenHash(path: readonly string[], counter: number): number {
  const text = new TextEncoder().encode(path.join(""));
  const digest = sha1(Uint8Array.from([...text, ...bytesOf(counter)]));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** The key that Linen gives to that call. In a Dense layer the kernel is call 1 and the bias call 2. */
export function linenKey(key: PrngKey, path: readonly string[], counter: number): PrngKey {
  return foldIn(key, linenHash(path, counter));
}
