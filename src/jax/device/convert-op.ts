import { isFloating, type DType } from "../dtype";
import { sizeOf, type Aval } from "../core/aval";
import { ConcreteArray } from "../core/concrete";
import { deviceToFloat } from "./device-elementwise";
import { lazily, storedValues } from "./elementwise";
import { allocate, type HostData } from "./host-data";

/** Converts the element type as XLA does: floats truncate and saturate, integers wrap, bool is x ≠ 0. */
export function convert(x: ConcreteArray, out: Aval): ConcreteArray {
  if (x.dtype === out.dtype)
    return x.weak === out.weak
      ? x
      : new ConcreteArray(out.shape, out.dtype, out.weak, x.storage, x.base, x.scale);
  if (x.dtype === "bool" && out.dtype === "float32" && x.storage.host === null) {
    const floats = deviceToFloat(x, out);
    if (floats !== null) return floats;
  }
  return lazily(out, x.stored, convertData(storedValues(x), out.dtype, sizeOf(x.stored)));
}

const BOUNDS: Partial<Record<DType, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
};

/** Converts host values; the result is a new array. */
export function convertData(data: HostData, dtype: DType, size: number): HostData {
  const out = allocate(dtype, size);
  const bounds = BOUNDS[dtype];
  if (dtype === "bool") for (let i = 0; i < size; i++) out[i] = data[i] === 0 ? 0 : 1;
  else if (bounds !== undefined && data instanceof Float32Array)
    for (let i = 0; i < size; i++)
      out[i] = Number.isNaN(data[i])
        ? 0
        : Math.min(bounds[1], Math.max(bounds[0], Math.trunc(data[i])));
  else for (let i = 0; i < size; i++) out[i] = data[i];
  return isFloating(dtype) && dtype !== "float32" ? roundTo16(out, dtype) : out;
}

/** Rounds to the 16-bit format's precision (nearest, ties to even); values stay in float32. */
function roundTo16(data: HostData, dtype: DType): HostData {
  const bits = new Uint32Array(data.buffer);
  for (let i = 0; i < bits.length; i++)
    if (dtype === "bfloat16") {
      if (Number.isNaN(data[i])) continue;
      bits[i] = ((bits[i] + 0x7fff + ((bits[i] >>> 16) & 1)) & 0xffff0000) >>> 0;
    } else data[i] = toFloat16(data[i]);
  return data;
}

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
