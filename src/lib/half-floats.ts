/** Rounds a number to the nearest float16, ties to even. */
export function toFloat16(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size === 0) return x;
  if (size >= 65520) return Math.sign(x) * Infinity;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const unit = 2 ** (exponent - 10);
  const steps = x / unit;
  const below = Math.floor(steps);
  const rest = steps - below;
  const rounded = rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
  return rounded * unit;
}

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

/** Rounds a number to the nearest bfloat16, ties to even. */
export function toBfloat16(x: number): number {
  float[0] = x;
  if (!Number.isNaN(x)) word[0] = (word[0] + 0x7fff + ((word[0] >>> 16) & 1)) & 0xffff0000;
  return float[0];
}
