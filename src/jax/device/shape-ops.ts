import { sameShape, sizeOf, stridesOf, type Aval, type Shape } from "../array/aval";
import { ConcreteArray, filled } from "../array/concrete";
import type { ParamsOf } from "../array/primitives";
import { deviceReshape, deviceStructural, deviceTile } from "./device-structural";
import { storedValues, lazily } from "./elementwise";
import { gatherStrided } from "../array/expand";
import { checkSize } from "../array/limits";
import { Storage } from "../array/storage";

function onDevice(x: ConcreteArray): boolean {
  return x.storage.host === null;
}

function like(x: ConcreteArray, out: Aval, base: Shape): ConcreteArray {
  const lazyBase = sameShape(base, out.shape) ? null : base;
  return new ConcreteArray(out.shape, out.dtype, out.weak, x.storage, lazyBase, x.scale);
}

/** Repeats along new or 1-long axes, without copying. */
export function broadcastInDim(
  x: ConcreteArray,
  { shape, dims }: ParamsOf["broadcast_in_dim"],
  out: Aval,
): ConcreteArray {
  checkSize(sizeOf(shape));
  const base = new Array<number>(shape.length).fill(1);
  dims.forEach((axis, i) => (base[axis] = x.stored[i]));
  return like(x, out, base);
}

/** The same values with nothing repeated lazily (the scale may stay). */
export function dense(x: ConcreteArray): ConcreteArray {
  if (x.base === null) return x;
  if (x.storage.host === null) {
    const tiled = deviceTile(x);
    if (tiled !== null) return tiled;
  }
  return new ConcreteArray(
    x.shape,
    x.dtype,
    x.weak,
    new Storage(x.dtype, sizeOf(x.shape), x.values()),
  );
}

/** Another shape for the same elements in the same order. */
export function reshape(x: ConcreteArray, out: Aval): ConcreteArray {
  const value = x.uniform();
  if (value !== null && sizeOf(out.shape) > 0) return filled(out.shape, out.dtype, out.weak, value);
  const plain = dense(x);
  if (plain.storage.host === null) {
    const moved = deviceReshape(plain, out);
    if (moved !== null) return moved;
  }
  const storage = new Storage(out.dtype, sizeOf(out.shape), plain.storage.read());
  return new ConcreteArray(out.shape, out.dtype, out.weak, storage, null, plain.scale);
}

/** Axes in another order. */
export function transpose(
  x: ConcreteArray,
  { permutation }: ParamsOf["transpose"],
  out: Aval,
): ConcreteArray {
  const stored = permutation.map((axis) => x.stored[axis]);
  const moved = permutation.filter((axis) => x.stored[axis] > 1);
  const keepsOrder = moved.every((axis, i) => i === 0 || moved[i - 1] < axis);
  if (keepsOrder && x.storage.host !== null) return reshapeStored(x, out, stored);
  if (onDevice(x)) {
    const moved = deviceStructural("transpose", x, { perm: permutation }, stored, out);
    if (moved !== null) return moved;
  }
  const strides = stridesOf(x.stored);
  const permuted = permutation.map((axis) => strides[axis]);
  return lazily(out, stored, gatherStrided(storedValues(x), permuted, stored, out.dtype));
}

/** Moving only axes of length 1 changes no order in memory. */
function reshapeStored(x: ConcreteArray, out: Aval, stored: Shape): ConcreteArray {
  return like(x, out, stored);
}

/** A rectangle of the array, with steps. */
export function slice(
  x: ConcreteArray,
  { start, limit, strides }: ParamsOf["slice"],
  out: Aval,
): ConcreteArray {
  const value = x.uniform();
  if (value !== null && sizeOf(out.shape) > 0) return filled(out.shape, out.dtype, out.weak, value);
  const plain = dense(x);
  const unit = strides.every((step) => step === 1);
  if (onDevice(plain) && sizeOf(out.shape) > 0) {
    const cut = unit
      ? deviceStructural("slice", plain, { begin: start, size: out.shape }, out.shape, out)
      : deviceStructural("strided", plain, { begin: start, end: limit, strides }, out.shape, out);
    if (cut !== null) return cut;
  }
  const steps = stridesOf(plain.shape);
  const offset = start.reduce((sum, from, i) => sum + from * steps[i], 0);
  const walk = steps.map((step, i) => step * strides[i]);
  return lazily(
    out,
    out.shape,
    gatherStrided(storedValues(plain), walk, out.shape, out.dtype, offset),
  );
}

/** The given axes read backwards. */
export function rev(x: ConcreteArray, { dimensions }: ParamsOf["rev"], out: Aval): ConcreteArray {
  if (onDevice(x)) {
    const moved = deviceStructural("rev", x, { dims: dimensions }, x.stored, out);
    if (moved !== null) return moved;
  }
  const steps = stridesOf(x.stored);
  let offset = 0;
  const walk = steps.map((step, i) => {
    if (!dimensions.includes(i)) return step;
    offset += step * (x.stored[i] - 1);
    return -step;
  });
  return lazily(out, x.stored, gatherStrided(storedValues(x), walk, x.stored, out.dtype, offset));
}
