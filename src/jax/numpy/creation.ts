import { JaxArray } from "../core/array";
import { sizeOf, type Shape } from "../core/aval";
import { filled, fromHost } from "../core/concrete";
import { broadcastTo, convert } from "../core/ops";
import { bind } from "../core/trace";
import { allocate, type HostData } from "../device/host-data";
import { isFloating, type DType } from "../dtype";
import { JaxTypeError, ValueError } from "../errors";
import { asArray, toArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { joined, nestedShape, type NestedList } from "./nested-list";

type ShapeLike = number | readonly number[];
interface DTypeOption {
  dtype?: DTypeLike | null;
}

/** What `jnp.array` takes: an array or number, nested lists of them, or a typed array. */
export type ArraySource =
  ArrayLike | NestedList | Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A shape argument as a list; raises JAX's error for what is none. */
export function shapeOf(shape: ShapeLike): Shape {
  const list = typeof shape === "number" ? [shape] : [...shape];
  for (const n of list)
    if (!Number.isInteger(n) || n < 0)
      throw new JaxTypeError(
        `Shapes must be 1D sequences of concrete values of integer type, got [${list.map(String).join(", ")}].`,
      );
  return list;
}

function rounded(values: ArrayLike & number, dtype: DType): number {
  return isFloating(dtype) ? values : Math.trunc(values);
}

/** Typed-array data of a dtype; fractions are cut off for integers. */
function dataOf(values: ArrayLike[] | readonly number[], dtype: DType): HostData {
  const data = allocate(dtype, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    data[i] = dtype === "bool" ? Number(value !== 0) : rounded(value, dtype);
  }
  return data;
}

function fromTyped(source: ArrayBufferView): JaxArray | null {
  if (source instanceof Float32Array)
    return fromHost([source.length], "float32", false, source.slice());
  if (source instanceof Float64Array)
    return fromHost([source.length], "float32", false, Float32Array.from(source));
  if (source instanceof Int32Array)
    return fromHost([source.length], "int32", false, source.slice());
  if (source instanceof Uint32Array)
    return fromHost([source.length], "uint32", false, source.slice());
  if (source instanceof Uint8Array)
    return fromHost([source.length], "int32", false, Int32Array.from(source));
  return null;
}

function fromList(list: NestedList, dtype: DType | null): JaxArray {
  const { shape, leaves, dtype: found } = nestedShape(list);
  if (leaves.some((leaf) => leaf instanceof JaxArray)) return joined(list);
  const type = dtype ?? found;
  return fromHost(shape, type, false, dataOf(leaves.map(Number), type));
}

/**
 * Makes an array: of a number (weak float32), nested lists of numbers (float32), booleans, or a typed
 * array (Float32Array, Int32Array, Uint32Array). Lists may hold arrays of equal shape.
 * @throws ValueError if nested lists differ in length, TypeError for values that are no numbers
 */
export const array: (object: ArraySource, dtype?: DTypeLike | null | DTypeOption) => JaxArray =
  define(
    "jax.numpy",
    "array(object, dtype=None)",
    (object: ArraySource, dtype?: DTypeLike | null) => {
      const wanted = dtypeOf(dtype, null);
      const made = made_(object, wanted);
      return wanted === null || (made.dtype === wanted && !made.weak)
        ? made
        : convert(made, wanted);
    },
  );

function made_(object: ArraySource, dtype: DType | null): JaxArray {
  if (Array.isArray(object)) return fromList(object as NestedList, dtype);
  const typed = ArrayBuffer.isView(object) ? fromTyped(object) : null;
  return typed ?? toArray(object) ?? notAnArray(object);
}

function notAnArray(object: unknown): JaxArray {
  if (typeof object === "string")
    throw new JaxTypeError(
      `Value '${object}' with dtype <U${object.length} is not a valid JAX array type. Only arrays of numeric types are supported by JAX.`,
    );
  return asArray(object, "array");
}

/** Makes an array; an array is returned as it is. */
export const asarray: typeof array = define(
  "jax.numpy",
  "asarray(object, dtype=None)",
  (object: ArraySource, dtype?: DTypeLike | null) => array(object, dtype),
);

type Fill = (shape: ShapeLike, dtype?: DTypeLike | null | DTypeOption) => JaxArray;
function constant(name: string, value: number): Fill {
  return define(
    "jax.numpy",
    `${name}(shape, dtype=None)`,
    (shape: ShapeLike, dtype?: DTypeLike | null) =>
      filled(shapeOf(shape), dtypeOf(dtype, "float32"), false, value),
  );
}
/** An array of zeros, float32 unless a dtype is given. */
export const zeros: Fill = constant("zeros", 0);
/** An array of ones, float32 unless a dtype is given. */
export const ones: Fill = constant("ones", 1);
/** An array of undefined contents; here, zeros. */
export const empty: Fill = constant("empty", 0);

/** An array of one repeated value. */
export const full: (
  shape: ShapeLike,
  fillValue: ArrayLike,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "full(shape, fill_value, dtype=None)",
  (shape: ShapeLike, fillValue: ArrayLike, dtype?: DTypeLike | null) => {
    const value = asArray(fillValue, "full", 1);
    return broadcastTo(convert(value, dtypeOf(dtype, value.dtype)), shapeOf(shape));
  },
);

type FillLike = (a: ArrayLike, dtype?: DTypeLike | null | DTypeOption) => JaxArray;
function constantLike(name: string, value: number): FillLike {
  return define("jax.numpy", `${name}(a, dtype=None)`, (a: ArrayLike, dtype?: DTypeLike | null) => {
    const x = asArray(a, name);
    return filled(x.shape, dtypeOf(dtype, x.dtype), false, value);
  });
}
/** Zeros in the shape and dtype of another array. */
export const zerosLike: FillLike = constantLike("zeros_like", 0);
/** Ones in the shape and dtype of another array. */
export const onesLike: FillLike = constantLike("ones_like", 1);
/** One value in the shape and dtype of another array. */
export const fullLike: (
  a: ArrayLike,
  fillValue: ArrayLike,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "full_like(a, fill_value, dtype=None)",
  (a: ArrayLike, fillValue: ArrayLike, dtype?: DTypeLike | null) => {
    const x = asArray(a, "full_like");
    return full(x.shape, fillValue, dtypeOf(dtype, x.dtype));
  },
);

interface RangeOptions extends DTypeOption {
  stop?: number | null;
  step?: number;
}
/**
 * Evenly spaced values from `start` (0) up to but without `stop`. Numbers of TypeScript are floats, so
 * the result is float32 unless a dtype is given, as `jnp.arange(3.0)` is in Python.
 */
export const arange: (
  start: number,
  stop?: number | null | RangeOptions,
  step?: number | RangeOptions,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "arange(start, stop=None, step=1, dtype=None)",
  (start: number, stop: number | null = null, step = 1, dtype?: DTypeLike | null) => {
    const [from, to] = stop === null ? [0, start] : [start, stop];
    if (step === 0) throw new ValueError("arange: step must not be 0.");
    const size = Math.max(0, Math.ceil((to - from) / step));
    const type = dtypeOf(dtype, "float32");
    const values = Array.from({ length: size }, (_, i) => from + i * step);
    return fromHost([size], type, false, dataOf(values, type));
  },
);

interface SpaceOptions extends DTypeOption {
  num?: number;
  endpoint?: boolean;
}
/** `num` evenly spaced values from `start` to `stop`, the last one included unless `endpoint` is false. */
export const linspace: (
  start: number,
  stop: number,
  num?: number | SpaceOptions,
  options?: SpaceOptions,
) => JaxArray = define(
  "jax.numpy",
  "linspace(start, stop, num=50, endpoint=True, dtype=None)",
  (start: number, stop: number, num = 50, endpoint = true, dtype?: DTypeLike | null) => {
    const [size] = shapeOf(num);
    const type = dtypeOf(dtype, "float32");
    const values = spaced(Math.fround(start), Math.fround(stop), size, endpoint ? size - 1 : size);
    return fromHost([size], type, false, dataOf(values, type));
  },
);

/** JAX's float32 formula: start·(1 − t) + stop·t with t = i / steps, the endpoint set exactly. */
function spaced(start: number, stop: number, size: number, steps: number): number[] {
  const f = Math.fround;
  return Array.from({ length: size }, (_, i) => {
    if (i === steps && steps > 0) return stop;
    const t = steps > 0 ? f(i / steps) : 0;
    return f(f(start * f(1 - t)) + f(stop * t));
  });
}

interface EyeOptions extends DTypeOption {
  M?: number | null;
  k?: number;
}
/** Ones on a diagonal (`k` above the main one) of an N × M matrix, zeros elsewhere. */
export const eye: (N: number, M?: number | null | EyeOptions, options?: EyeOptions) => JaxArray =
  define(
    "jax.numpy",
    "eye(N, M=None, k=0, dtype=None)",
    (N: number, M: number | null = null, k = 0, dtype?: DTypeLike | null) => {
      const [rows, columns] = shapeOf([N, M ?? N]);
      const type = dtypeOf(dtype, "float32");
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

type Scalar = ((x: ArraySource) => JaxArray) & { readonly dtype: DType };
function scalarType(dtype: DType): Scalar {
  return Object.assign((x: ArraySource) => array(x, dtype), { dtype });
}
/** Makes a float32 array; also usable as a dtype. */
export const float32: Scalar = scalarType("float32");
/** Makes an int32 array; also usable as a dtype. */
export const int32: Scalar = scalarType("int32");
/** Makes a uint32 array; also usable as a dtype. */
export const uint32: Scalar = scalarType("uint32");
/** Makes a boolean array; also usable as a dtype. */
export const bool_: Scalar = scalarType("bool");
