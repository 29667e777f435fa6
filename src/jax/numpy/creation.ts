import type { JaxArray } from "../array/array";
import { sizeOf, type Shape } from "../array/aval";
import { filled, fromHost } from "../array/concrete";
import { convert, reshape } from "../core/ops";
import { bind } from "../core/trace";
import { allocate, type HostData } from "../array/host-data";
import { INTEGER_RANGE, isFloating, isHalf, type DType } from "../base/dtype";
import { OverflowError, ValueError } from "../base/errors";
import { roundToStorage } from "../array/round-to-storage";
import { asArray, toArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { broadcastTo } from "./broadcast-to";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { invalidValue, joined, nestedShape, type NestedList } from "./nested-list";
import { shapeOf, type ShapeLike } from "./shape-argument";

export interface DTypeOption {
  dtype?: DTypeLike | null;
}

/** What `jnp.array` takes: an array or number, nested lists of them, or a typed array. */
export type ArraySource = ArrayLike | NestedList | TypedArray;
type TypedArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** A number as an integer dtype stores it: fractions are cut off; whole numbers have to fit. */
function wholeNumber(value: number, dtype: DType, [min, max]: readonly [number, number]): number {
  if (Number.isInteger(value) && (value < min || value > max))
    throw new OverflowError(`Python integer ${value} out of bounds for ${dtype}`);
  // As a processor converts what no integer can be: to the smallest one.
  return Number.isFinite(value) ? Math.trunc(value) : min;
}

/** Typed-array data of a dtype; fractions are cut off for integers. */
function dataOf(values: readonly (number | boolean)[], dtype: DType): HostData {
  const data = allocate(dtype, values.length);
  const range = INTEGER_RANGE[dtype];
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (dtype === "bool") data[i] = value === 0 ? 0 : 1;
    else data[i] = range === undefined ? value : wholeNumber(value, dtype, range);
  }
  return isHalf(dtype) ? roundToStorage(data, dtype) : data;
}

/** A float32 or integer array of computed numbers. */
export function fromNumbers(
  values: readonly number[],
  dtype: DType,
  shape: Shape = [values.length],
): JaxArray {
  return fromHost(shape, dtype, false, dataOf(values, dtype));
}

/** The dtype of a typed array's elements; float64 becomes float32, as in JAX. */
function typedDType(source: ArrayBufferView): DType | null {
  if (source instanceof Float32Array || source instanceof Float64Array) return "float32";
  if (source instanceof Int8Array) return "int8";
  if (source instanceof Int16Array) return "int16";
  if (source instanceof Int32Array) return "int32";
  if (source instanceof Uint8Array || source instanceof Uint8ClampedArray) return "uint8";
  if (source instanceof Uint16Array) return "uint16";
  return source instanceof Uint32Array ? "uint32" : null;
}

function fromTyped(source: ArrayBufferView): JaxArray | null {
  const dtype = typedDType(source);
  if (dtype === null) return null;
  const values = source as TypedArray;
  const data = allocate(dtype, values.length);
  data.set(values);
  return fromHost([values.length], dtype, false, data);
}

function fromList(list: NestedList, dtype: DType | null): JaxArray {
  const { shape, leaves, dtype: found } = nestedShape(list);
  const plain = leaves.filter((leaf) => typeof leaf !== "object");
  if (plain.length < leaves.length) return joined(list);
  const type = dtype ?? found;
  return fromHost(shape, type, false, dataOf(plain, type));
}

interface ArrayOptions extends DTypeOption {
  copy?: boolean;
  /** The least number of axes; missing ones of length 1 come in front. */
  ndmin?: number;
}
/**
 * Makes an array: of a number (weak float32), nested lists of numbers (float32), booleans, or a typed
 * array (of its own dtype). Lists may hold arrays of equal shape.
 * @throws ValueError if nested lists differ in length, TypeError for values that are no numbers
 */
export const array: (object: ArraySource, dtype?: DTypeLike | null | ArrayOptions) => JaxArray =
  define(
    "jax.numpy",
    "array(~object, dtype=None, copy=True, order!='K', ndmin=0, device!=None)",
    (object: ArraySource, dtype?: DTypeLike | null, _copy?: boolean, ndmin = 0) => {
      const x = arrayOf(object, dtypeOf(dtype, null));
      const missing = Math.max(0, ndmin - x.shape.length);
      return reshape(x, [...new Array<number>(missing).fill(1), ...x.shape]);
    },
  );

function arrayOf(object: ArraySource, wanted: DType | null): JaxArray {
  const made = made_(object, wanted);
  if (wanted === null || (made.dtype === wanted && !made.weak)) return made;
  const range = INTEGER_RANGE[wanted];
  if (typeof object === "number" && range !== undefined) wholeNumber(object, wanted, range);
  return convert(made, wanted);
}

function made_(object: ArraySource, dtype: DType | null): JaxArray {
  if (Array.isArray(object)) return fromList(object as NestedList, dtype);
  const typed = ArrayBuffer.isView(object) ? fromTyped(object) : null;
  const made = typed ?? toArray(object);
  if (made === null) throw invalidValue(object);
  return made;
}

/** Makes an array; an array is returned as it is. */
export const asarray: typeof array = define(
  "jax.numpy",
  "asarray(@a, dtype=None, order!=None, *, copy=None, device!=None, out_sharding!=None)",
  (a: ArraySource, dtype?: DTypeLike | null) => arrayOf(a, dtypeOf(dtype, null, "asarray")),
);

type Fill = (shape: ShapeLike, dtype?: DTypeLike | null | DTypeOption) => JaxArray;
function constant(name: string, value: number): Fill {
  return define(
    "jax.numpy",
    `${name}(shape, dtype=None, *, device!=None, out_sharding!=None)`,
    (shape: ShapeLike, dtype?: DTypeLike | null) =>
      filled(shapeOf(shape), dtypeOf(dtype, "float32", name), false, value),
  );
}
/** An array of zeros, float32 unless a dtype is given. */
export const zeros: Fill = constant("zeros", 0);
/** An array of ones, float32 unless a dtype is given. */
export const ones: Fill = constant("ones", 1);
/** An array of undefined contents; here, zeros. */
export const empty: Fill = constant("empty", 0);

/** One value in a shape: of a wanted dtype, or of its own with the weak flag kept. */
function fill(
  shape: Shape,
  fillValue: ArrayLike,
  { dtype, weak }: { dtype: DType | null; weak: boolean },
  name: string,
): JaxArray {
  const value = asArray(fillValue, name);
  const converted =
    dtype === null ? value : convert(value, dtype, weak && isNumeric(dtype) && value.weak);
  return broadcastTo(converted, shape);
}

function isNumeric(dtype: DType): boolean {
  return isFloating(dtype) || dtype in INTEGER_RANGE;
}

/** An array of one repeated value. */
export const full: (
  shape: ShapeLike,
  fillValue: ArrayLike,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "full(shape, @fill_value, dtype=None, *, device!=None, out_sharding!=None)",
  (shape: ShapeLike, fillValue: ArrayLike, dtype?: DTypeLike | null) =>
    fill(shapeOf(shape), fillValue, { dtype: dtypeOf(dtype, null, "full"), weak: false }, "full"),
);

interface LikeOptions extends DTypeOption {
  shape?: ShapeLike | null;
}
type FillLike = (a: ArrayLike, dtype?: DTypeLike | null | LikeOptions) => JaxArray;
function constantLike(name: string, value: number, rest = ", out_sharding!=None"): FillLike {
  const first = name === "empty_like" ? "@prototype" : "@a";
  return define(
    "jax.numpy",
    `${name}(${first}, dtype=None, shape=None, *, device!=None${rest})`,
    (a: ArrayLike, dtype?: DTypeLike | null, shape?: ShapeLike | null) => {
      const x = asArray(a, name);
      const wanted = dtypeOf(dtype, null, name);
      const size = shape === null || shape === undefined ? x.shape : shapeOf(shape);
      return filled(size, wanted ?? x.dtype, wanted === null && x.weak, value);
    },
  );
}
/** Zeros in the shape and dtype of another array. */
export const zerosLike: FillLike = constantLike("zeros_like", 0);
/** Ones in the shape and dtype of another array. */
export const onesLike: FillLike = constantLike("ones_like", 1);
/** An array of undefined contents (here, zeros) in the shape and dtype of another. */
export const emptyLike: FillLike = constantLike("empty_like", 0, "");
/** One value in the shape and dtype of another array. */
export const fullLike: (
  a: ArrayLike,
  fillValue: ArrayLike,
  dtype?: DTypeLike | null | LikeOptions,
) => JaxArray = define(
  "jax.numpy",
  "full_like(@a, @fill_value, dtype=None, shape=None, *, device!=None, out_sharding!=None)",
  (a: ArrayLike, fillValue: ArrayLike, dtype?: DTypeLike | null, shape?: ShapeLike | null) => {
    const x = asArray(a, "full_like");
    const wanted = dtypeOf(dtype, null, "full_like");
    const size = shape === null || shape === undefined ? x.shape : shapeOf(shape);
    const type = { dtype: wanted ?? x.dtype, weak: wanted === null && x.weak };
    return fill(size, fillValue, type, "full_like");
  },
);

interface EyeOptions extends DTypeOption {
  M?: number | null;
  k?: number;
}
/** Ones on a diagonal (`k` above the main one) of an N × M matrix, zeros elsewhere. */
export const eye: (
  N: number,
  M?: number | null | EyeOptions,
  k?: number | EyeOptions,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "eye(N, M=None, k=0, dtype=None, *, device!=None)",
  (N: number, M: number | null = null, k = 0, dtype?: DTypeLike | null) => {
    if (N < 0 || (M !== null && M < 0))
      throw new ValueError(
        `negative dimensions are not allowed, got ${N} and ${M === null ? "None" : M}`,
      );
    const [rows, columns] = shapeOf([N, M ?? N]);
    const type = dtypeOf(dtype, "float32", "eye");
    const data = allocate(type, rows * columns);
    for (let i = Math.max(0, -k); i < rows && i + k < columns; i++) data[i * columns + i + k] = 1;
    return fromHost([rows, columns], type, false, data);
  },
);
/** The n × n identity matrix. */
export const identity: (n: number, dtype?: DTypeLike | null | DTypeOption) => JaxArray = define(
  "jax.numpy",
  "identity(n, dtype=None)",
  (n: number, dtype?: DTypeLike | null) => eye(n, n, { dtype }),
);

/** Indices 0 … n − 1 along an axis of a shape, int32. */
export function iota(shape: Shape, axis: number): JaxArray {
  const dimension = normalAxis(axis, shape.length);
  if (sizeOf(shape) === 0) return filled(shape, "int32", false, 0);
  return bind("iota", [], { dtype: "int32", shape, dimension });
}
