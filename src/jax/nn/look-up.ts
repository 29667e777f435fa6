import type { JaxArray } from "../array/array";
import { isInteger } from "../base/dtype";
import { ValueError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { array } from "../numpy/creation";
import { where } from "../numpy/elementwise";
import { concreteOf } from "../numpy/concrete-value";
import { take } from "../numpy/taking";
import { broadcastTo, expandDims } from "../numpy/shaping";

/**
 * Rows of a table by whole-number index: (…) → (…, columns). Negative indices count from the end; rows that do
 * not exist are NaN, as in JAX. Raises Flax's ValueError for indices that are no integers.
 */
export function lookUp(table: JaxArray, indices: ArrayLike): JaxArray {
  const index = asArray(indices);
  if (!isInteger(index.dtype)) {
    throw new ValueError("Input type must be an integer or unsigned integer.");
  }
  const [rows, columns] = table.shape;
  if (rows === 1) return broadcastTo(table, [...index.shape, columns]);
  const found = take(table, index, { axis: 0 });
  if (allWithin(index, rows)) return found;
  const bound = (value: number): JaxArray => array(value, { dtype: index.dtype });
  const exists = index.less(bound(rows)).mul(index.greaterEqual(bound(-rows)));
  return where(expandDims(exists, -1), found, NaN);
}

/** Whether all indices are known to exist: traced ones are not known. */
function allWithin(index: JaxArray, rows: number): boolean {
  const values = concreteOf(index)?.values();
  return values !== undefined && Array.from(values).every((i) => i >= -rows && i < rows);
}
