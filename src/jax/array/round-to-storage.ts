import { toFloat16 } from "../../lib/half-floats";
import type { DType } from "../base/dtype";
import type { HostData } from "./host-data";

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
