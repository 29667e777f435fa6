import { ConcreteArray } from "../array/concrete";
import { sameShape, sizeOf, type Aval, type Shape } from "../array/aval";
import type { BinaryName } from "../array/binary";
import type { UnaryName } from "../array/unary";
import { deviceBinary, deviceUnary } from "./device-elementwise";
import { allocate, type HostData } from "../array/host-data";
import { hostBinary } from "./host/binary";
import { expand } from "../array/expand";
import { hostUnary } from "./host/unary";
import { flushed, withoutDenormals } from "../array/denormals";
import { isFloating, type DType } from "../base/dtype";
import { checkSize } from "../array/limits";
import { prefersDevice } from "./place";
import { roundToStorage } from "../array/round-to-storage";
import { Storage } from "../array/storage";
import { repeatsAsSimd, runsAsSimd, simdElementwise } from "./wasm/simd-elementwise";

/** Wraps host values stored in the shape `stored`, which repeat to the shape of `out`. */
export function lazily(out: Aval, stored: Shape, data: HostData): ConcreteArray {
  const storage = new Storage(out.dtype, sizeOf(stored), data);
  return new ConcreteArray(
    out.shape,
    out.dtype,
    out.weak,
    storage,
    sameShape(stored, out.shape) ? null : stored,
  );
}

/** The stored values with the scale applied, in the shape `x.stored`. */
export function storedValues(x: ConcreteArray): HostData {
  if (x.scale === 1) return x.storage.read();
  return x.base === null ? x.values() : scaleStored(x);
}

function scaleStored(x: ConcreteArray): HostData {
  const data = x.storage.read();
  return Float32Array.from(data, (value) => value * x.scale);
}

/** Applies a unary primitive to the stored values, however often they repeat. */
export function unary(prim: UnaryName, x: ConcreteArray, out: Aval): ConcreteArray {
  if (prefersDevice(sizeOf(x.stored), x)) {
    const result = deviceUnary(prim, x, out);
    if (result !== null) return result;
  }
  if (MOVING.has(prim)) return lazily(out, x.stored, onHost(prim, x, storedValues(x), out));
  const stored = storedValues(x);
  const fast = x.dtype === "float32" ? asSimd(prim, [stored], stored.length) : null;
  if (fast !== null) return lazily(out, x.stored, fast);
  const data = withoutDenormals(stored);
  return lazily(out, x.stored, flushed(onHost(prim, x, data, out)));
}

/** What a processor does with the bits of a number, be it denormal or not. */
const MOVING: ReadonlySet<UnaryName> = new Set<UnaryName>(["neg", "abs", "is_finite", "not"]);

function onHost(prim: UnaryName, x: ConcreteArray, data: HostData, out: Aval): HostData {
  return hostUnary(prim, data, x.dtype, allocate(out.dtype, data.length));
}

/** A shape aligned to a rank: scalars become all ones. */
export function aligned(shape: Shape, rank: number): Shape {
  return shape.length === rank ? shape : new Array<number>(rank).fill(1);
}

/** The shape in which the result of an elementwise operation has to be stored. */
export function commonStored(operands: readonly ConcreteArray[], rank: number): Shape {
  let stored = aligned(operands[0].stored, rank);
  for (let at = 1; at < operands.length; at++) {
    const other = aligned(operands[at].stored, rank);
    if (!sameShape(stored, other)) stored = stored.map((n, i) => (n === 1 ? other[i] : n));
  }
  return stored;
}

/** Host values of an operand, either one element or repeated to `stored`. */
export function operandValues(x: ConcreteArray, stored: Shape): HostData {
  const data = storedValues(x);
  const base = aligned(x.stored, stored.length);
  if (data.length === 1 || sameShape(base, stored)) return data;
  return expand(data, base, stored, x.dtype);
}

const BOOL_FORM: Partial<Record<BinaryName, BinaryName>> = {
  add: "or",
  mul: "and",
  max: "or",
  min: "and",
};

/** Applies a binary primitive with broadcasting of equal ranks and scalars. */
export function binary(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
): ConcreteArray {
  const stored = commonStored([x, y], out.shape.length);
  const size = sizeOf(stored);
  // What repeats lazily may be stored as less, but is as large to whoever uses it.
  checkSize(sizeOf(out.shape));
  if (prefersDevice(size, x, y)) {
    const result = deviceBinary(prim, x, y, out, stored);
    if (result !== null) return result;
  }
  const fast = simdForm(prim, x, y, out, stored);
  if (fast !== null) return lazily(out, stored, fast);
  const seen = KEEPING.has(prim) ? (data: HostData): HostData => data : withoutDenormals;
  const a = seen(operandValues(x, stored));
  const b = seen(operandValues(y, stored));
  const form = x.dtype === "bool" ? (BOOL_FORM[prim] ?? prim) : prim;
  const target = allocate(out.dtype, size);
  if (form === "div" && isFloating(x.dtype) && sizeOf(y.shape) < sizeOf(out.shape))
    return lazily(out, stored, flushed(hostBinary("mul", a, reciprocals(b, x.dtype), target)));
  const result = hostBinary(form, a, b, target);
  return lazily(out, stored, SELECTING.has(form) ? result : flushed(result));
}

/**
 * An operation on float32 arrays as WebAssembly SIMD, each of so many elements, of one, or of a line that repeats; null
 * where it has to be JavaScript's.
 */
export function asSimd(name: string, operands: readonly HostData[], size: number): HostData | null {
  if (!runsAsSimd(name, size) || !operands.every(isFloat32)) return null;
  const target = allocate("float32", size);
  return isFloat32(target) ? simdElementwise(name, operands, target) : null;
}

function isFloat32(data: HostData): data is Float32Array {
  return data instanceof Float32Array;
}

/** A binary operation {@link asSimd}; a repeated divisor is multiplied by its inverse, as on the loops' way. */
function simdForm(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
  stored: Shape,
): HostData | null {
  const size = sizeOf(stored);
  if (x.dtype !== "float32" || y.dtype !== "float32" || !runsAsSimd(prim, size)) return null;
  const lines = [x, y].filter((one) => isRepeatedLine(one, stored));
  // Two lines are of one length where both are there: what differs is expanded.
  const read = (one: ConcreteArray): HostData =>
    one === lines[0] ? storedValues(one) : operandValues(one, stored);
  const [a, b] = [read(x), read(y)];
  if (prim === "div" && sizeOf(y.shape) < sizeOf(out.shape))
    return asSimd("mul", [a, reciprocals(withoutDenormals(b), y.dtype)], size);
  return asSimd(prim, [a, b], size);
}

/** Whether an operand is stored as one line that repeats along the first axes. */
function isRepeatedLine(x: ConcreteArray, stored: Shape): boolean {
  const base = aligned(x.stored, stored.length);
  const first = base.findIndex((n) => n > 1);
  const size = sizeOf(base);
  return (
    first > 0 &&
    size > 1 &&
    repeatsAsSimd(size) &&
    sameShape(base.slice(first), stored.slice(first))
  );
}

/** Functions of the C library, which know denormals. */
const KEEPING: ReadonlySet<BinaryName> = new Set<BinaryName>(["pow", "atan2"]);
/** Gives one of its operands. */
const SELECTING: ReadonlySet<BinaryName> = new Set<BinaryName>(["max", "min"]);

/** XLA on the CPU multiplies by 1/y, rounded, where y is repeated; float16 rounds it to its own digits. */
function reciprocals(data: HostData, dtype: DType): HostData {
  const inverse = Float32Array.from(data, (y) => 1 / y);
  return flushed(dtype === "float16" ? roundToStorage(inverse, dtype) : inverse);
}
