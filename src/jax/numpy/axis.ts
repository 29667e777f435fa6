import { IndexError, JaxTypeError, ValueError } from "../base/errors";
import { range } from "../array/aval";

/** One axis, several, or null for all of them. */
export type Axis = number | readonly number[] | null;

/** An axis counted from the front; raises JAX's error if it is out of bounds. */
export function normalAxis(axis: number, rank: number): number {
  if (!Number.isInteger(axis))
    throw new JaxTypeError(`axis must be a whole number, got ${String(axis)}`);
  if (axis < -rank || axis >= rank)
    throw new ValueError(`axis ${axis} is out of bounds for array of dimension ${rank}`);
  return axis < 0 ? axis + rank : axis;
}

/** {@link normalAxis} for functions that look the axis up in the shape first, with the error of that. */
export function indexedAxis(axis: number, rank: number): number {
  if (Number.isInteger(axis) && (axis < -rank || axis >= rank))
    throw new IndexError("tuple index out of range");
  return normalAxis(axis, rank);
}

/** The axes that an argument names, in ascending order; null and undefined name all. */
export function normalAxes(axis: Axis | undefined, rank: number): number[] {
  if (axis === null || axis === undefined) return range(rank);
  if (typeof axis === "number") return [normalAxis(axis, rank)];
  const axes = axis.map((one) => normalAxis(one, rank));
  if (new Set(axes).size !== axes.length)
    throw new ValueError(`duplicate value in 'axis': (${axis.join(", ")})`);
  return axes.sort((a, b) => a - b);
}
