import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { freeAxes } from "../array/dot-shape";
import { dotGeneral, transpose } from "./ops";
import type { DotDims } from "../array/primitives";

function up(axes: readonly number[]): number[] {
  return axes.map((axis) => axis + 1);
}

/** Moves one axis to the front. */
export function toFront(x: JaxArray, axis: number): JaxArray {
  return transpose(x, [axis, ...range(x.shape.length).filter((i) => i !== axis)]);
}

/** A dot product for a batch: a further batch axis if both operands have one, else a free axis. */
export function batchDot(
  x: JaxArray,
  y: JaxArray,
  isX: boolean,
  isY: boolean,
  dims: DotDims,
): JaxArray {
  const moved: DotDims = {
    lhsContract: isX ? up(dims.lhsContract) : dims.lhsContract,
    rhsContract: isY ? up(dims.rhsContract) : dims.rhsContract,
    lhsBatch: isX ? up(dims.lhsBatch) : dims.lhsBatch,
    rhsBatch: isY ? up(dims.rhsBatch) : dims.rhsBatch,
  };
  if (isX && isY)
    return dotGeneral(x, y, {
      ...moved,
      lhsBatch: [0, ...moved.lhsBatch],
      rhsBatch: [0, ...moved.rhsBatch],
    });
  const out = dotGeneral(x, y, moved);
  const batches = moved.lhsBatch.length;
  if (isX) return toFront(out, batches);
  const xFree = freeAxes(x.shape.length, moved.lhsContract, moved.lhsBatch);
  return toFront(out, batches + xFree.length);
}
