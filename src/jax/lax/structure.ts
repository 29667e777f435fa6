/** The primitives that move elements about, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { range, sizeOf, tupleText } from "../array/aval";
import {
  broadcastInDim as repeat,
  convert,
  dotGeneral as contract,
  select as choose,
} from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxes } from "../numpy/axis";
import { full as fill, iota as count } from "../numpy/creation";
import { dtypeOf, namedDType, type DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { dot as multiply } from "../numpy/products";
import { reshape as reshaped, squeeze as squeezed, transpose as permute } from "../numpy/shaping";
import { checkDotDims } from "./check-dot-dims";

type Axes = readonly number[];

/** A tensor product summed over pairs of axes: numbers are ((lhsContract, rhsContract), (lhsBatch, rhsBatch)). */
export const dotGeneral: (
  lhs: ArrayLike,
  rhs: ArrayLike,
  dimensionNumbers: readonly [readonly [Axes, Axes], readonly [Axes, Axes]],
) => JaxArray = define(
  "jax.lax",
  "dot_general(@lhs, @rhs, dimension_numbers, precision!=None, preferred_element_type!=None, *, out_sharding!=None)",
  (
    lhs: ArrayLike,
    rhs: ArrayLike,
    [[lhsContract, rhsContract], [lhsBatch, rhsBatch]]: readonly [
      readonly [Axes, Axes],
      readonly [Axes, Axes],
    ],
  ) => {
    const [x, y] = [asArray(lhs, "dot_general"), asArray(rhs, "dot_general", 1)];
    const dims = { lhsContract, rhsContract, lhsBatch, rhsBatch };
    checkDotDims(x.shape.length, y.shape.length, dims);
    return contract(x, y, dims);
  },
);
/** Vector and matrix products. */
export const dot: (lhs: ArrayLike, rhs: ArrayLike) => JaxArray = define(
  "jax.lax",
  "dot(@lhs, @rhs, *, dimension_numbers!=None, precision!=None, preferred_element_type!=None, out_sharding!=None)",
  (lhs: ArrayLike, rhs: ArrayLike) => multiply(lhs, rhs),
);

/** Another element type. */
export const convertElementType: (operand: ArrayLike, newDtype: DTypeLike) => JaxArray = define(
  "jax.lax",
  "convert_element_type(@operand, new_dtype)",
  (operand: ArrayLike, newDtype: DTypeLike) =>
    convert(asArray(operand), dtypeOf(newDtype, "float32")),
);
/** New leading axes along which the array repeats. */
export const broadcast: (operand: ArrayLike, sizes: Axes) => JaxArray = define(
  "jax.lax",
  "broadcast(@operand, sizes, *, out_sharding!=None)",
  (operand: ArrayLike, sizes: Axes) => {
    const x = asArray(operand, "broadcast");
    return repeat(
      x,
      [...sizes, ...x.shape],
      range(x.shape.length).map((i) => i + sizes.length),
    );
  },
);
/** The array repeated to a shape; `broadcastDimensions` says which axis of it each own axis becomes. */
export const broadcastInDim: (
  operand: ArrayLike,
  shape: Axes,
  broadcastDimensions: Axes,
) => JaxArray = define(
  "jax.lax",
  "broadcast_in_dim(@operand, shape, broadcast_dimensions, *, out_sharding!=None)",
  (operand: ArrayLike, shape: Axes, dimensions: Axes) => {
    const x = asArray(operand, "broadcast_in_dim");
    if (
      dimensions.length !== x.shape.length ||
      x.shape.some((n, i) => n !== 1 && n !== shape[dimensions[i]])
    )
      throw new JaxTypeError(
        `broadcast_in_dim operand dimension sizes must either be 1, or be equal to their corresponding dimensions in the target broadcast shape; got operand of shape ${tupleText(x.shape)}, target broadcast shape ${tupleText(shape)}, broadcast_dimensions ${tupleText(dimensions)} `,
      );
    return repeat(x, shape, dimensions);
  },
);
/** Whole numbers counting up along one axis of a shape. */
export const broadcastedIota: (dtype: DTypeLike, shape: Axes, dimension: number) => JaxArray =
  define(
    "jax.lax",
    "broadcasted_iota(dtype, shape, dimension, *, out_sharding!=None)",
    (dtype: DTypeLike, shape: Axes, dimension: number) =>
      convert(count(shape, dimension), namedDType(dtype)),
  );
/** Whole numbers 0 … size − 1. */
export const iota: (dtype: DTypeLike, size: number) => JaxArray = define(
  "jax.lax",
  "iota(dtype, size)",
  (dtype: DTypeLike, size: number) => convert(count([size], 0), namedDType(dtype)),
);
/** An array of one value. */
export const full: (shape: Axes, fillValue: ArrayLike, dtype?: DTypeLike | null) => JaxArray =
  define(
    "jax.lax",
    "full(shape, @fill_value, dtype=None, *, sharding!=None)",
    (shape: Axes, value: ArrayLike, dtype?: DTypeLike | null) =>
      fill(shape, value, { dtype: dtype ?? null }),
  );
/** Several axes joined into one. */
export const collapse: (
  operand: ArrayLike,
  startDimension: number,
  stopDimension?: number | null,
) => JaxArray = define(
  "jax.lax",
  "collapse(@operand, start_dimension, stop_dimension=None)",
  (operand: ArrayLike, start: number, stop?: number | null) => {
    const { shape } = asArray(operand, "collapse");
    const [from, to] = [start, stop ?? shape.length].map((i) => (i < 0 ? i + shape.length : i));
    return reshaped(operand, [
      ...shape.slice(0, from),
      sizeOf(shape.slice(from, to)),
      ...shape.slice(to),
    ]);
  },
);
/** Joins arrays along an axis. */
export const concatenate: (operands: readonly ArrayLike[], dimension: number) => JaxArray = define(
  "jax.lax",
  "concatenate([operands], dimension)",
  (operands: readonly ArrayLike[], dimension: number) =>
    bind(
      "concatenate",
      operands.map((x, i) => asArray(x, "concatenate", i)),
      { dimension },
    ),
);
/** New axes of length 1 at the given places of the result. */
export const expandDims: (array: ArrayLike, dimensions: Axes) => JaxArray = define(
  "jax.lax",
  "expand_dims(@array, dimensions)",
  (array: ArrayLike, dimensions: Axes) => {
    const { shape } = asArray(array, "expand_dims");
    const rank = shape.length + dimensions.length;
    const isNew = new Set(normalAxes(dimensions, rank));
    const rest = [...shape];
    return reshaped(
      array,
      range(rank).map((i) => (isNew.has(i) ? 1 : (rest.shift() ?? 1))),
    );
  },
);
/** Axes of length 1 removed. */
export const squeeze: (array: ArrayLike, dimensions: Axes) => JaxArray = define(
  "jax.lax",
  "squeeze(@array, dimensions)",
  (array: ArrayLike, dimensions: Axes) => squeezed(array, { axis: dimensions }),
);
/** The same elements in another shape. */
export const reshape: (operand: ArrayLike, newSizes: Axes) => JaxArray = define(
  "jax.lax",
  "reshape(@operand, new_sizes, dimensions!=None, *, out_sharding!=None)",
  (operand: ArrayLike, sizes: Axes) => reshaped(operand, sizes),
);
/** Axes in another order. */
export const transpose: (operand: ArrayLike, permutation: Axes) => JaxArray = define(
  "jax.lax",
  "transpose(@operand, permutation)",
  (operand: ArrayLike, permutation: Axes) => permute(operand, permutation),
);
/** Elements in reverse order along axes. */
export const rev: (operand: ArrayLike, dimensions: Axes) => JaxArray = define(
  "jax.lax",
  "rev(@operand, dimensions)",
  (operand: ArrayLike, dimensions: Axes) => bind("rev", [asArray(operand)], { dimensions }),
);

/** The second where the predicate is true, else the third. */
export const select: (pred: ArrayLike, onTrue: ArrayLike, onFalse: ArrayLike) => JaxArray = define(
  "jax.lax",
  "select(@pred, @on_true, @on_false)",
  (pred: ArrayLike, onTrue: ArrayLike, onFalse: ArrayLike) => {
    const [yes, no] = [asArray(onTrue, "select", 1), asArray(onFalse, "select", 2)];
    if (yes.shape.join() !== no.shape.join())
      throw new JaxTypeError(
        `select cases must have the same shapes, got [${tupleText(no.shape)}, ${tupleText(yes.shape)}].`,
      );
    return choose(asArray(pred, "select"), no, yes);
  },
);
