import type { JaxArray } from "../array/array";
import { range, tupleText, type Shape } from "../array/aval";
import { broadcastInDim, convert, reshape } from "../core/ops";
import { filled, fromHost } from "../array/concrete";
import { bind } from "../core/trace";
import type { DType } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { broadcastTo } from "./broadcast-to";
import { iota, type DTypeOption } from "./creation";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { shapeOf, type ShapeLike } from "./shape-argument";

interface MeshOptions {
  copy?: boolean;
  /** Keep each grid as long as its own axis, 1 along the others. */
  sparse?: boolean;
  /** "xy" (the default) puts the first array along columns, "ij" along rows. */
  indexing?: string;
}
/** Grids of coordinates from one-dimensional ones: a list with one array for each argument. */
export const meshgrid: (...xi: (ArrayLike | MeshOptions)[]) => JaxArray[] = define(
  "jax.numpy",
  "meshgrid(*xi, copy=True, sparse=False, indexing='xy')",
  (xi: readonly ArrayLike[] = [], _copy?: boolean, sparse = false, indexing = "xy") => {
    if (indexing !== "xy" && indexing !== "ij")
      throw new ValueError(`Valid values for indexing are 'xy' and 'ij', got ${indexing}`);
    const lines = xi.map((x, i) => asArray(x, "meshgrid", i));
    if (lines.some(({ shape }) => shape.length !== 1))
      throw new ValueError(
        `Arguments to jax.numpy.meshgrid must be 1D, got shapes [${lines.map(({ shape }) => tupleText(shape)).join(", ")}]`,
      );
    const order = range(lines.length);
    if (indexing === "xy" && order.length > 1) [order[0], order[1]] = [1, 0];
    const full = order.map((from) => lines[from].shape[0]);
    return lines.map((x, i) => {
      const along = order.indexOf(i);
      if (sparse)
        return reshape(
          x,
          full.map((n, axis) => (axis === along ? n : 1)),
        );
      return broadcastInDim(x, full, [along]);
    });
  },
);

function grid(shape: Shape, axis: number, dtype: DType, sparse = false): JaxArray {
  const own = sparse ? shape.map((n, i) => (i === axis ? n : 1)) : shape;
  return convert(iota(own, axis), dtype);
}

interface IndicesOptions extends DTypeOption {
  sparse?: boolean;
}
/** The indices of a shape's elements, one grid for each axis; a list of grids if `sparse`. */
export const indices: {
  (dimensions: ShapeLike, options: IndicesOptions & { sparse: true }): JaxArray[];
  (dimensions: ShapeLike, dtype?: DTypeLike | null | IndicesOptions): JaxArray;
} = define(
  "jax.numpy",
  "indices(dimensions, dtype=None, sparse=False)",
  (dimensions: ShapeLike, dtype?: DTypeLike | null, sparse = false) => {
    const shape = shapeOf(dimensions);
    const type = dtypeOf(dtype, "int32", "indices");
    const grids = shape.map((_, axis) => grid(shape, axis, type, sparse));
    if (sparse) return grids;
    if (grids.length === 0) return filled([0], type, false, 0);
    const rows = grids.map((each) => reshape(each, [1, ...shape]));
    return bind("concatenate", rows, { dimension: 0 });
  },
);

/** An array of f(i, j, …) over the indices of a shape, given as float32 unless a dtype is named. */
export const fromfunction: (
  f: (...grids: JaxArray[]) => ArrayLike,
  shape: ShapeLike,
  options?: DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "fromfunction(function, shape, *, dtype=<class 'float'>, **kwargs!)",
  (f: (...grids: JaxArray[]) => ArrayLike, shape: ShapeLike, dtype?: DTypeLike | null) => {
    if (typeof f !== "function")
      throw new JaxTypeError("fromfunction takes a function of indices.");
    const size = shapeOf(shape);
    const type = dtypeOf(dtype, "float32", "fromfunction");
    const value = asArray(f(...size.map((_, axis) => grid(size, axis, type))), "fromfunction");
    return value.shape.length < size.length ? broadcastTo(value, size) : value;
  },
);

function indexArray(values: readonly number[]): JaxArray {
  return fromHost([values.length], "int32", false, Int32Array.from(values));
}

interface TriangleOptions {
  k?: number;
  m?: number | null;
}
type TriangleIndices = (
  n: number,
  k?: number | TriangleOptions,
  m?: number | null | TriangleOptions,
) => [JaxArray, JaxArray];
function triangleIndices(name: "tril_indices" | "triu_indices"): TriangleIndices {
  return define("jax.numpy", `${name}(n, k=0, m=None)`, (n: number, k = 0, m?: number | null) => {
    const [rows, columns] = shapeOf([n, m ?? n]);
    const keeps = (i: number, j: number): boolean =>
      name === "tril_indices" ? j <= i + k : j >= i + k;
    const places = range(rows).flatMap((i) =>
      range(columns).flatMap((j) => (keeps(i, j) ? [[i, j]] : [])),
    );
    return [indexArray(places.map(([i]) => i)), indexArray(places.map(([, j]) => j))];
  });
}
/** Rows and columns of the elements on and below the k-th diagonal of an n × m matrix. */
export const trilIndices: TriangleIndices = triangleIndices("tril_indices");
/** Rows and columns of the elements on and above the k-th diagonal of an n × m matrix. */
export const triuIndices: TriangleIndices = triangleIndices("triu_indices");

/** The indices of the main diagonal, one array for each axis. */
export const diagIndices: (n: number, ndim?: number | { ndim?: number }) => JaxArray[] = define(
  "jax.numpy",
  "diag_indices(n, ndim=2)",
  (n: number, ndim = 2) => {
    shapeOf([n, ndim]);
    return range(ndim).map(() => indexArray(range(n)));
  },
);
