import type { JaxArray } from "../array/array";
import { zerosLike } from "../numpy/creation";
import { where } from "../numpy/elementwise";
import { broadcastTo } from "../numpy/shaping";
import { bernoulli } from "../random/integers";

/**
 * Sets elements to zero with probability `rate`, drawn from `key`, and divides the others by 1 − rate. Along the axes
 * `broadcastDims` all elements share one draw.
 */
export function drop(
  x: JaxArray,
  rate: number,
  key: JaxArray,
  broadcastDims: readonly number[],
): JaxArray {
  const keep = 1 - rate;
  const shared = broadcastDims.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  const shape = x.shape.map((length, axis) => (shared.includes(axis) ? 1 : length));
  const mask = broadcastTo(bernoulli(key, keep, shape), x.shape);
  return where(mask, x.div(keep), zerosLike(x));
}
