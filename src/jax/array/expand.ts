import type { DType } from "../base/dtype";
import { sizeOf, stridesOf, type Shape } from "./aval";
import { allocate, type HostData } from "./host-data";

/**
 * Copies elements of `data` to a new array of shape `shape`, walking the source with `strides`
 * (0 where it repeats, negative where it runs backwards) from `offset`. `words` is 2 for keys.
 */
export function gatherStrided(
  data: HostData,
  strides: readonly number[],
  shape: Shape,
  dtype: DType,
  offset = 0,
): HostData {
  const size = sizeOf(shape);
  const out = allocate(dtype, size);
  if (size === 0) return out;
  const words = dtype === "key<fry>" ? 2 : 1;
  const rank = shape.length;
  const inner = rank === 0 ? 1 : shape[rank - 1];
  const innerStride = rank === 0 ? 0 : strides[rank - 1];
  const index = new Array<number>(Math.max(0, rank - 1)).fill(0);
  let from = offset;
  for (let to = 0; to < size;) {
    if (words === 1)
      for (let i = 0, p = from; i < inner; i++, p += innerStride) out[to++] = data[p];
    else
      for (let i = 0, p = from; i < inner; i++, p += innerStride, to++) {
        out[2 * to] = data[2 * p];
        out[2 * to + 1] = data[2 * p + 1];
      }
    for (let d = rank - 2; d >= 0; d--) {
      from += strides[d];
      if (++index[d] < shape[d]) break;
      from -= strides[d] * shape[d];
      index[d] = 0;
    }
  }
  return out;
}

/** Repeats values stored in the aligned shape `base` to `shape`. */
export function expand(data: HostData, base: Shape, shape: Shape, dtype: DType): HostData {
  if (sizeOf(base) === 1 && dtype !== "key<fry>")
    return allocate(dtype, sizeOf(shape)).fill(data[0]);
  const strides = stridesOf(base).map((stride, i) => (base[i] === 1 ? 0 : stride));
  return gatherStrided(data, strides, shape, dtype);
}

/** Values times a number, rounded to float32. */
export function scaled(data: HostData, factor: number): HostData {
  const out = new Float32Array(data.length);
  for (let i = 0; i < out.length; i++) out[i] = data[i] * factor;
  return out;
}
