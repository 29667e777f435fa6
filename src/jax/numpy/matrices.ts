import type { JaxArray } from "../array/array";
import { range, sizeOf, stridesOf, tupleText, type Shape } from "../array/aval";
import { filled, fromHost } from "../array/concrete";
import { fullLike, reshape, select, transpose } from "../core/ops";
import { bind } from "../core/trace";
import { checkSize } from "../array/limits";
import { allocate } from "../array/host-data";
import { accumulatorDType } from "../base/dtype";
import { NotImplementedError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { broadcastTo } from "./broadcast-to";
import type { DTypeOption } from "./creation";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { shapeOf } from "./shape-argument";

interface TriOptions extends DTypeOption {
  M?: number | null;
  k?: number;
}

/** 1 on and below the k-th diagonal of a matrix, 0 above. */
function lowerMask(rows: number, columns: number, k: number): Uint8Array {
  checkSize(rows * columns);
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++)
    mask.fill(1, i * columns, i * columns + Math.max(0, Math.min(columns, i + k + 1)));
  return mask;
}

/** Ones on and below the k-th diagonal of an N × M matrix, zeros above. */
export const tri: (
  N: number,
  M?: number | null | TriOptions,
  k?: number | TriOptions,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "tri(N, M=None, k=0, dtype=None)",
  (N: number, M: number | null = null, k = 0, dtype?: DTypeLike | null) => {
    const [rows, columns] = shapeOf([N, M ?? N]);
    const type = dtypeOf(dtype, "float32", "tri");
    const data = allocate(type, rows * columns);
    data.set(lowerMask(rows, columns, k));
    return fromHost([rows, columns], type, false, data);
  },
);

type Triangle = (m: ArrayLike, k?: number | { k?: number }) => JaxArray;
function triangle(name: "tril" | "triu"): Triangle {
  return define("jax.numpy", `${name}(@m, k=0)`, (m: ArrayLike, k = 0) => {
    const x = asArray(m, name);
    if (x.shape.length < 2)
      throw new ValueError(`Argument to jax.numpy.${name} must be at least 2D`);
    const [rows, columns] = x.shape.slice(-2);
    const mask = lowerMask(rows, columns, name === "tril" ? k : k - 1);
    const lower = broadcastTo(fromHost([rows, columns], "bool", false, mask), x.shape);
    const zeros = fullLike(x, 0);
    return name === "tril" ? select(lower, zeros, x) : select(lower, x, zeros);
  });
}
/** The elements on and below the k-th diagonal; zeros above. */
export const tril: Triangle = triangle("tril");
/** The elements on and above the k-th diagonal; zeros below. */
export const triu: Triangle = triangle("triu");

/** The places of a diagonal in a flattened matrix. */
function diagonalPlaces(rows: number, columns: number, k: number): Int32Array {
  const start = Math.max(0, -k);
  const count = Math.max(0, Math.min(rows - start, columns - Math.max(0, k)));
  return Int32Array.from({ length: count }, (_, i) => (start + i) * columns + start + i + k);
}

function indices(places: Int32Array): JaxArray {
  return fromHost([places.length], "int32", false, places);
}

/** A square matrix with a vector on its k-th diagonal. */
function onDiagonal(x: JaxArray, k: number): JaxArray {
  const n = x.shape[0] + Math.abs(k);
  checkSize(n * n);
  const blank = filled([n * n], x.dtype, x.weak, 0);
  const places = indices(diagonalPlaces(n, n, k));
  return reshape(bind("scatter", [blank, places, x], { axis: 0, kind: "set" }), [n, n]);
}

interface DiagonalOptions {
  offset?: number;
  axis1?: number;
  axis2?: number;
}

function diagonalOf(x: JaxArray, offset: number, first: number, second: number): JaxArray {
  const rank = x.shape.length;
  const [i, j] = [normalAxis(first, rank), normalAxis(second, rank)];
  const others = range(rank).filter((axis) => axis !== i && axis !== j);
  const matrices = transpose(x, [...others, i, j]);
  const shape: Shape = others.map((axis) => x.shape[axis]);
  const flat = reshape(matrices, [...shape, x.shape[i] * x.shape[j]]);
  const places = indices(diagonalPlaces(x.shape[i], x.shape[j], offset));
  return bind("gather", [flat, places], { axis: others.length });
}

type Diagonal = (
  a: ArrayLike,
  offset?: number | DiagonalOptions,
  axis1?: number | DiagonalOptions,
  axis2?: number | DiagonalOptions,
) => JaxArray;
/** The elements of a diagonal along two axes, as a new last axis. */
export const diagonal: Diagonal = define(
  "jax.numpy",
  "diagonal(@a, offset=0, axis1=0, axis2=1)",
  (a: ArrayLike, offset = 0, axis1 = 0, axis2 = 1) => {
    const x = asArray(a, "diagonal");
    if (x.shape.length < 2)
      throw new ValueError("diagonal requires an array of at least two dimensions.");
    return diagonalOf(x, offset, axis1, axis2);
  },
);

interface TraceOptions extends DiagonalOptions, DTypeOption {}
/** The sum of a diagonal along two axes. */
export const trace: (
  a: ArrayLike,
  offset?: number | TraceOptions,
  axis1?: number | TraceOptions,
  axis2?: number | TraceOptions,
  dtype?: DTypeLike | null,
) => JaxArray = define(
  "jax.numpy",
  "trace(@a, offset=0, axis1=0, axis2=1, dtype=None, out!=None)",
  (a: ArrayLike, offset = 0, axis1 = 0, axis2 = 1, dtype?: DTypeLike | null) => {
    const x = asArray(a, "trace");
    for (const axis of [axis1, axis2]) normalAxis(axis, x.shape.length);
    const summed = dtypeOf(dtype, accumulatorDType(x.dtype), "trace");
    return diagonalOf(x, offset, axis1, axis2).astype(summed).sum(-1);
  },
);

type Diag = (v: ArrayLike, k?: number | { k?: number }) => JaxArray;
/** The k-th diagonal of a matrix; of a vector, the matrix that has it there. */
export const diag: Diag = define("jax.numpy", "diag(@v, k=0)", (v: ArrayLike, k = 0) => {
  const x = asArray(v, "diag");
  if (x.shape.length === 1) return onDiagonal(x, k);
  if (x.shape.length === 2) return diagonalOf(x, k, 0, 1);
  throw new ValueError("diag input must be 1d or 2d");
});
/** A matrix with all elements of an array on its k-th diagonal. */
export const diagflat: Diag = define("jax.numpy", "diagflat(@v, k=0)", (v: ArrayLike, k = 0) => {
  const x = asArray(v, "diagflat");
  return onDiagonal(reshape(x, [sizeOf(x.shape)]), k);
});

interface FillDiagonalOptions {
  wrap?: boolean;
  inplace?: boolean;
}
/** A copy with a value (or values, repeated) on the main diagonal; needs `inplace: false`. */
export const fillDiagonal: (
  a: ArrayLike,
  val: ArrayLike,
  options?: FillDiagonalOptions,
) => JaxArray = define(
  "jax.numpy",
  "fill_diagonal(@a, @val, wrap!=False, *, inplace=True)",
  (a: ArrayLike, val: ArrayLike, inplace = true) => {
    if (inplace) throw new NotImplementedError("JAX arrays are immutable, must use inplace=False");
    const x = asArray(a, "fill_diagonal");
    if (x.shape.length < 2) throw new ValueError("array must be at least 2-d");
    const { shape } = x;
    if (shape.length > 2 && shape.some((n) => n !== shape[0]))
      throw new ValueError(
        `All dimensions of input must be of equal length; got ${tupleText(shape)}`,
      );
    const step = stridesOf(shape).reduce((total, each) => total + each, 0);
    const count = Math.min(...shape);
    const places = indices(Int32Array.from({ length: count }, (_, i) => i * step));
    const given = asArray(val, "fill_diagonal", 1);
    const values = reshape(given, [sizeOf(given.shape)]);
    const turns = indices(Int32Array.from({ length: count }, (_, i) => i % values.shape[0]));
    const updates = bind("gather", [values, turns], { axis: 0 }).astype(x.dtype);
    const flat = reshape(x, [sizeOf(shape)]);
    return reshape(bind("scatter", [flat, places, updates], { axis: 0, kind: "set" }), shape);
  },
);
