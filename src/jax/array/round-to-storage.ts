import type { DType } from "../base/dtype";
import type { HostData } from "./host-data";

/** Rounds a number to the nearest float16, ties to even. */
function toFloat16(x: number): number {
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

/**
 * Rounds values in place to a 16-bit format (nearest, ties to even); they stay in float32.
 * Other dtypes are left alone.
 */
export function roundToStorage(data: HostData, dtype: DType): HostData {
  if (dtype === "float16") for (let i = 0; i < data.length; i++) data[i] = toFloat16(data[i]);
  if (dtype === "bfloat16") {
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < bits.length; i++)
      if (!Number.isNaN(data[i]))
        bits[i] = ((bits[i] + 0x7fff + ((bits[i] >>> 16) & 1)) & 0xffff0000) >>> 0;
  }
  return data;
}
