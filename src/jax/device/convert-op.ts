import { INTEGER_RANGE, type DType } from "../base/dtype";
import { sizeOf, type Aval } from "../array/aval";
import { ConcreteArray } from "../array/concrete";
import { deviceToFloat } from "./device-elementwise";
import { lazily, storedValues } from "./elementwise";
import { allocate, type HostData } from "../array/host-data";
import { roundToStorage } from "../array/round-to-storage";

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

/** Converts host values; the result is a new array. */
export function convertData(data: HostData, dtype: DType, size: number): HostData {
  const out = allocate(dtype, size);
  const bounds = INTEGER_RANGE[dtype];
  if (dtype === "bool") for (let i = 0; i < size; i++) out[i] = data[i] === 0 ? 0 : 1;
  else if (bounds !== undefined && data instanceof Float32Array)
    for (let i = 0; i < size; i++)
      out[i] = Number.isNaN(data[i])
        ? 0
        : Math.min(bounds[1], Math.max(bounds[0], Math.trunc(data[i])));
  else for (let i = 0; i < size; i++) out[i] = data[i];
  return roundToStorage(out, dtype);
}
