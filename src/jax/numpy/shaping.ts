import type { JaxArray } from "../array/array";
import { range, sizeOf, tupleText, type Shape } from "../array/aval";
import {
  broadcastTo as repeat,
  reshape as reshapeOp,
  reshapeAsked,
  transpose as permute,
} from "../core/ops";
import { bind } from "../core/trace";
import { IndexError, JaxTypeError, ValueError, ZeroDivisionError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, normalAxis, type Axis } from "./axis";
import { broadcastTo as repeatTo } from "./broadcast-to";
import { define } from "./function-table";
import { commonShape } from "./promote";
import { wholeLengths } from "./shape-argument";

type ShapeLike = number | readonly number[];

/** A new shape with at most one −1, which takes what is left. */
function resolved(x: JaxArray, shape: ShapeLike): Shape {
  const wanted = wholeLengths(shape);
  const text = typeof shape === "number" ? String(shape) : tupleText(wanted);
  const size = sizeOf(x.shape);
  const open = wanted.filter((n) => n === -1).length;
  const refuse = (why: string): JaxTypeError =>
    new JaxTypeError(
      `cannot reshape array of shape ${tupleText(x.shape)} (size ${size}) into shape ${text} ${why}`,
    );
  if (open > 1)
    throw new JaxTypeError(
      `can only specify one unknown axis size with a \`-1\` value, got ${text}`,
    );
  const known = sizeOf(wanted.filter((n) => n !== -1));
  if (open === 1) {
    if (known === 0) throw new ZeroDivisionError("integer modulo by zero");
    if (size % known !== 0)
      throw refuse(
        `because the product of specified axis sizes (${known}) does not evenly divide ${size}`,
      );
  }
  const result = wanted.map((n) => (n === -1 ? size / known : n));
  if (sizeOf(result) !== size || result.some((n) => n < 0))
    throw refuse(`(size ${sizeOf(result)})`);
  return result;
}

/** The same elements in another shape; one length may be −1. */
export const reshape: (a: ArrayLike, shape: ShapeLike) => JaxArray = define(
  "jax.numpy",
  "reshape(@a, shape, order!='C', *, copy!=None, out_sharding!=None)",
  (a: ArrayLike, shape: ShapeLike) => {
    const x = asArray(a, "reshape");
    return reshapeAsked(x, resolved(x, shape));
  },
);

/** All elements in one axis. */
export const ravel: (a: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "ravel(@a, order!='C', *, out_sharding!=None)",
  (a: ArrayLike) => {
    const x = asArray(a, "ravel");
    return reshapeAsked(x, [sizeOf(x.shape)]);
  },
);

/** Axes in another order; without an order, reversed. */
export const transpose: (
  a: ArrayLike,
  axes?: readonly number[] | null | { axes?: readonly number[] | null },
) => JaxArray = define(
  "jax.numpy",
  "transpose(@a, axes=None)",
  (a: ArrayLike, axes?: readonly number[] | null) => {
    const x = asArray(a, "transpose");
    const rank = x.shape.length;
    if (axes === null || axes === undefined) return permute(x, range(rank).reverse());
    const order = axes.map((axis) => normalAxis(axis, rank));
    if (order.length !== rank || new Set(order).size !== rank)
      throw new JaxTypeError(
        `transpose permutation isn't a permutation of operand dimensions, got permutation ${tupleText(order)} for operand shape ${tupleText(x.shape)}.`,
      );
    return permute(x, order);
  },
);

/** An axis as a position among the axes, as `swapaxes` looks it up. */
function axisIndex(axis: number, rank: number): number {
  if (Number.isInteger(axis) && (axis < -rank || axis >= rank))
    throw new IndexError(`index ${axis} is out of bounds for axis 0 with size ${rank}`);
  return normalAxis(axis, rank);
}

/** Two axes exchanged. */
export const swapaxes: (a: ArrayLike, axis1: number, axis2: number) => JaxArray = define(
  "jax.numpy",
  "swapaxes(@a, axis1, axis2)",
  (a: ArrayLike, axis1: number, axis2: number) => {
    const x = asArray(a, "swapaxes");
    const order = range(x.shape.length);
    const [i, j] = [axis1, axis2].map((axis) => axisIndex(axis, order.length));
    order[i] = j;
    order[j] = i;
    return permute(x, order);
  },
);

function axesOf(axis: number | readonly number[], rank: number, name: string): number[] {
  const axes = (typeof axis === "number" ? [axis] : axis).map((each) => normalAxis(each, rank));
  if (new Set(axes).size === axes.length) return axes;
  throw new ValueError(`repeated axis in ${name}: ${tupleText(axes)}`);
}

/** One axis or several moved to other places; the others keep their order. */
export const moveaxis: (
  a: ArrayLike,
  source: number | readonly number[],
  destination: number | readonly number[],
) => JaxArray = define(
  "jax.numpy",
  "moveaxis(@a, source, destination)",
  (a: ArrayLike, source: number | readonly number[], destination: number | readonly number[]) => {
    const x = asArray(a, "moveaxis");
    const rank = x.shape.length;
    const [from, to] = [axesOf(source, rank, "moveaxis"), axesOf(destination, rank, "moveaxis")];
    if (from.length !== to.length)
      throw new ValueError(`Inconsistent number of elements: ${from.length} vs ${to.length}`);
    const order = range(rank).filter((axis) => !from.includes(axis));
    const pairs = to.map((place, i) => [place, from[i]]).sort(([p], [q]) => p - q);
    for (const [place, axis] of pairs) order.splice(place, 0, axis);
    return permute(x, order);
  },
);

interface AxesOption {
  axis?: Axis;
}
/** Removes axes of length 1: all of them, or those given. */
export const squeeze: (a: ArrayLike, axis?: Axis | AxesOption) => JaxArray = define(
  "jax.numpy",
  "squeeze(@a, axis=None)",
  (a: ArrayLike, axis?: Axis) => {
    const x = asArray(a, "squeeze");
    const all = axis === null || axis === undefined;
    const axes = normalAxes(axis, x.shape.length).filter((i) => !all || x.shape[i] === 1);
    if (axes.some((i) => x.shape[i] !== 1))
      throw new ValueError(
        `cannot select an axis to squeeze out which has size not equal to one, got shape=${tupleText(x.shape)} and dimensions=${tupleText(axes)}`,
      );
    return reshapeOp(
      x,
      x.shape.filter((_, i) => !axes.includes(i)),
    );
  },
);

/** Inserts an axis of length 1. */
export const expandDims: (
  a: ArrayLike,
  axis: number | readonly number[] | { axis: number | readonly number[] },
) => JaxArray = define(
  "jax.numpy",
  "expand_dims(@a, axis)",
  (a: ArrayLike, axis: number | readonly number[]) => {
    const x = asArray(a, "expand_dims");
    const rank = x.shape.length + (typeof axis === "number" ? 1 : axis.length);
    const added = axesOf(axis, rank, "lax.expand_dims");
    const lengths = [...x.shape];
    return reshapeOp(
      x,
      range(rank).map((i) => (added.includes(i) ? 1 : (lengths.shift() ?? 1))),
    );
  },
);

/** Repeats an array along axes of length 1, and along new leading axes, to a shape. */
export const broadcastTo: (a: ArrayLike, shape: ShapeLike) => JaxArray = define(
  "jax.numpy",
  "broadcast_to(@array, shape, *, out_sharding!=None)",
  (a: ArrayLike, shape: ShapeLike) => {
    const x = asArray(a, "broadcast_to");
    const wanted = typeof shape === "number" ? [shape] : shape;
    return repeatTo(x, wanted);
  },
);

/** Arrays repeated to their common shape. */
export const broadcastArrays: (...arrays: ArrayLike[]) => JaxArray[] = define(
  "jax.numpy",
  "broadcast_arrays(*args)",
  (arrays: readonly ArrayLike[]) => {
    const list = arrays.map((x, i) => asArray(x, "broadcast_arrays", i));
    const shape = commonShape(list.map((x) => x.shape));
    return list.map((x) => repeat(x, shape));
  },
);

/** Elements in reverse order along axes; without an axis, along all. */
export const flip: (a: ArrayLike, axis?: Axis | AxesOption) => JaxArray = define(
  "jax.numpy",
  "flip(@m, axis=None)",
  (a: ArrayLike, axis?: Axis) => {
    const x = asArray(a, "flip");
    return bind("rev", [x], { dimensions: normalAxes(axis, x.shape.length) });
  },
);
