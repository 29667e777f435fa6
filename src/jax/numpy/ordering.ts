/** Orders of elements along an axis, made on the host; values follow by gathering, so they differentiate. */
import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { binaryOp, constLike, reshape, unaryOp } from "../core/ops";
import { bind } from "../core/trace";
import { iota } from "./creation";
import { hostAlong } from "./host-function";

/** Ascending, NaN last; equal elements keep their order. */
export function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** The positions (int32) of each lane's elements in ascending order; the last key decides first. */
export function orderOf(keys: readonly JaxArray[], axis: number): JaxArray {
  const fixed = keys.map((key) => unaryOp("stop_gradient", key));
  const length = keys[0].shape[axis];
  return hostAlong("argsort", fixed, axis, { dtype: "int32", length }, (...rows) => {
    const order = range(length);
    return order.sort((i, j) => {
      for (let k = rows.length - 1; k >= 0; k--) {
        const step = compareNumbers(rows[k][i], rows[k][j]);
        if (step !== 0) return step;
      }
      return i - j;
    });
  });
}

/** The elements of each lane at the positions that the same lane of `positions` names. */
export function gatheredAlong(x: JaxArray, positions: JaxArray, axis: number): JaxArray {
  const strides = x.shape.map((_, i) => sizeOf(x.shape.slice(i + 1)));
  let flat = binaryOp("mul", positions, constLike(positions, strides[axis]));
  positions.shape.forEach((_, i) => {
    if (i === axis) return;
    const steps = iota(positions.shape, i);
    flat = binaryOp("add", flat, binaryOp("mul", steps, constLike(steps, strides[i])));
  });
  return bind("gather", [reshape(x, [sizeOf(x.shape)]), flat], { axis: 0 });
}

/** The elements of each lane in ascending order. */
export function sortedAlong(x: JaxArray, axis: number): JaxArray {
  return gatheredAlong(x, orderOf([x], axis), axis);
}

/** Elements in reverse order along one axis. */
export function reversed(x: JaxArray, axis: number): JaxArray {
  return bind("rev", [x], { dimensions: [axis] });
}
