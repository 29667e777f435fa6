import type { JaxArray } from "../array/array";
import { sameShape, sizeOf, tupleText } from "../array/aval";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError, ValueError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { promoted } from "./promote";

interface AxisOption {
  axis?: number;
}
type Join = (arrays: readonly ArrayLike[], axis?: number | AxisOption) => JaxArray;

/** The arrays of a list argument, in their common dtype. */
function listed(name: string, arrays: readonly ArrayLike[]): JaxArray[] {
  if (!Array.isArray(arrays))
    throw new JaxTypeError(
      `${name} requires a list of arrays, got <class '${pythonTypeName(arrays)}'>.`,
    );
  if (arrays.length === 0) throw new ValueError(`Need at least one array to ${name}.`);
  return promoted(arrays.map((x, i) => asArray(x, name, i)));
}

/** Joins arrays along an axis that they already have. */
export const concatenate: Join = define(
  "jax.numpy",
  "concatenate([arrays], axis=0, dtype!=None)",
  (arrays: readonly ArrayLike[], axis: number | null = 0) => {
    const list = listed("concatenate", arrays);
    if (axis === null)
      return joinedAlong(
        list.map((x) => reshape(x, [sizeOf(x.shape)])),
        0,
      );
    if (list[0].shape.length === 0)
      throw new ValueError("Zero-dimensional arrays cannot be concatenated.");
    return joinedAlong(list, normalAxis(axis, list[0].shape.length));
  },
);

/** Joins arrays along an axis that they already have, by the array API's name. */
export const concat: (
  arrays: readonly ArrayLike[],
  options?: { axis?: number | null },
) => JaxArray = define(
  "jax.numpy",
  "concat([arrays], /, *, axis=0)",
  (arrays: readonly ArrayLike[], axis?: number | null) => concatenate(arrays, axis ?? 0),
);

/** Values put behind those of an array, along an axis or, without one, both flattened. */
export const append: (
  arr: ArrayLike,
  values: ArrayLike,
  axis?: number | null | { axis?: number | null },
) => JaxArray = define(
  "jax.numpy",
  "append(@arr, @values, axis=None)",
  (arr: ArrayLike, values: ArrayLike, axis?: number | null) => {
    const [x, y] = [asArray(arr, "append"), asArray(values, "append", 1)];
    if (axis !== null && axis !== undefined) return concatenate([x, y], axis);
    return concatenate([x.ravel(), y.ravel()], 0);
  },
);

function joinedAlong(list: readonly JaxArray[], dimension: number): JaxArray {
  return list.length === 1 ? list[0] : bind("concatenate", list, { dimension });
}

/** Joins arrays of equal shape along a new axis. */
export const stack: Join = define(
  "jax.numpy",
  "stack([arrays], axis=0, out!=None, dtype!=None)",
  (arrays: readonly ArrayLike[], axis = 0) => {
    const list = listed("stack", arrays);
    const { shape } = list[0];
    if (list.some((x) => !sameShape(x.shape, shape)))
      throw new ValueError(
        `All input arrays must have the same shape. Got ${list.map((x) => tupleText(x.shape)).join(", ")}.`,
      );
    const at = normalAxis(axis, shape.length + 1);
    const lifted = [...shape.slice(0, at), 1, ...shape.slice(at)];
    return joinedAlong(
      list.map((x) => reshape(x, lifted)),
      at,
    );
  },
);

function atLeast(x: JaxArray, rank: number): JaxArray {
  const missing = rank - x.shape.length;
  return missing <= 0 ? x : reshape(x, [...new Array<number>(missing).fill(1), ...x.shape]);
}

/** Joins arrays as rows, one above the other. */
export const vstack: (arrays: readonly ArrayLike[]) => JaxArray = define(
  "jax.numpy",
  "vstack([tup], dtype!=None)",
  (arrays: readonly ArrayLike[]) =>
    joinedAlong(
      listed("vstack", arrays).map((x) => atLeast(x, 2)),
      0,
    ),
);

/** Joins arrays side by side: along the first axis of vectors, else along the second. */
export const hstack: (arrays: readonly ArrayLike[]) => JaxArray = define(
  "jax.numpy",
  "hstack([tup], dtype!=None)",
  (arrays: readonly ArrayLike[]) => {
    const list = listed("hstack", arrays).map((x) => atLeast(x, 1));
    return joinedAlong(list, list[0].shape.length === 1 ? 0 : 1);
  },
);
