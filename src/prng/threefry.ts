/**
 * Threefry-2x32 with 20 rounds: the counter-based generator behind every key and every random bit.
 * Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3" (2011).
 */
const ROTATIONS = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;
const PARITY = 0x1bd11bda;

function rotateLeft(x: number, r: number): number {
  return (x << r) | (x >>> (32 - r));
}

/**
 * Encrypts the block (x0, x1) under the key (k0, k1), all taken as 32-bit words,
 * and writes the two result words to out[0] and out[1].
 */
export function threefry2x32(
  k0: number,
  k1: number,
  x0: number,
  x1: number,
  out: Uint32Array,
): void {
  const ks = [k0 | 0, k1 | 0, k0 ^ k1 ^ PARITY];
  let a = (x0 + ks[0]) | 0;
  let b = (x1 + ks[1]) | 0;
  for (let group = 0; group < 5; group++) {
    for (const r of ROTATIONS[group % 2]) {
      a = (a + b) | 0;
      b = rotateLeft(b, r) ^ a;
    }
    a = (a + ks[(group + 1) % 3]) | 0;
    b = (b + ks[(group + 2) % 3] + group + 1) | 0;
  }
  out[0] = a;
  out[1] = b;
}
