import { sizeOf } from "../../jax/array/aval";
import { filled, fromHost, scalar } from "../../jax/array/concrete";
import { convert } from "../../jax/core/ops";
import { allocate } from "../../jax/array/host-data";
import { canonicalDType, isFloating, promoteTypes, type DType } from "../../jax/base/dtype";
import { power } from "../../jax/numpy/elementwise";
import { get, put } from "./slots";

/** An int of Python, of 32 bits, as a weak array. */
export function weakInt(value: number): number {
  return put(scalar(value, "int32"));
}

/** A float of Python as a weak array. */
export function weakFloat(value: number): number {
  return put(scalar(value));
}

/** A bool of Python as an array. */
export function boolean(value: boolean): number {
  return put(scalar(value ? 1 : 0, "bool", false));
}

/** An array of values in row-major order, as `jnp.array` makes one of nested lists. */
export function fromValues(
  dtype: string,
  shape: readonly number[],
  values: ArrayLike<number>,
): number {
  const type: DType = canonicalDType(dtype);
  const stored: DType = isFloating(type) ? "float32" : type;
  const data = allocate(stored, sizeOf(shape));
  const asTruth = stored === "bool";
  for (let i = 0; i < data.length; i++)
    data[i] = asTruth ? Number(Number(values[i]) !== 0) : values[i];
  return put(convert(fromHost([...shape], stored, false, data), type));
}

/** An array of one repeated number. */
export function filledWith(shape: readonly number[], dtype: string, value: number): number {
  return put(filled([...shape], canonicalDType(dtype), false, value));
}

/** The array in another dtype. */
export function astype(id: number, dtype: string, weak: boolean): number {
  return put(convert(get(id), canonicalDType(dtype), weak));
}

/** JAX's joined type of two, each a dtype with `~` in front where it is weak. */
export function joinedType(a: string, b: string): string {
  const { dtype, weak } = promoteTypes(typeFrom(a), typeFrom(b));
  return weak ? `~${dtype}` : dtype;
}

function typeFrom(text: string): { dtype: DType; weak: boolean } {
  const weak = text.startsWith("~");
  return { dtype: text === "key<fry>" ? text : canonicalDType(weak ? text.slice(1) : text), weak };
}

/** The canonical name of a dtype's name; raises JAX's error for an unknown one. */
export function dtypeName(name: string): string {
  return canonicalDType(name);
}

/** `x ** exponent` with an int of Python, which is multiplications. */
export function integerPower(id: number, exponent: number): number {
  return put(power(get(id), exponent));
}
