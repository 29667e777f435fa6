import type { JaxArray } from "../array/array";
import { range, type Shape } from "../array/aval";
import { toFront } from "./batch-dot";
import { withBatchAxis } from "./with-batch-axis";
import { add, broadcastInDim, constLike, fullLike, reshape, select, transpose } from "./ops";
import type { ParamsOf } from "../array/primitives";
import { bind } from "./trace";

/** Axis `from` moved to position `to`. */
function moveAxis(x: JaxArray, from: number, to: number): JaxArray {
  const order = range(x.shape.length).filter((i) => i !== from);
  order.splice(to, 0, from);
  return transpose(x, order);
}

/** Per-example indices as indices into the rows of all examples, one after the other. */
function globalIndices(indices: JaxArray, rows: number): JaxArray {
  const [size] = indices.shape;
  const starts = bind("iota", [], { dtype: indices.dtype, shape: [size], dimension: 0 });
  const offset = bind("mul", [starts, constLike(starts, rows)], {});
  return add(indices, broadcastInDim(offset, indices.shape, [0]));
}

function rowsFirst(x: JaxArray, axis: number): JaxArray {
  const moved = moveAxis(x, axis + 1, 1);
  const [size, rows, ...rest] = moved.shape;
  return reshape(moved, [size * rows, ...rest]);
}

/** Reading rows where the array, the indices or both differ between examples. */
export function batchGather(
  x: JaxArray,
  indices: JaxArray,
  isX: boolean,
  isIndices: boolean,
  axis: number,
): JaxArray {
  if (!isIndices) return bind("gather", [x, indices], { axis: axis + 1 });
  if (!isX) return toFront(bind("gather", [x, indices], { axis }), axis);
  const rows = x.shape[axis + 1];
  const low = bind("max", [indices, constLike(indices, 0)], {});
  const clamped = bind("min", [low, constLike(indices, rows - 1)], {});
  const read = bind("gather", [rowsFirst(x, axis), globalIndices(clamped, rows)], { axis: 0 });
  return axesAfter(read, indices.shape.length, axis);
}

/** [size, index axes, rest] → [size, first rest axes, index axes, other rest axes]. */
function axesAfter(x: JaxArray, indexRank: number, axis: number): JaxArray {
  const rest = range(x.shape.length).slice(indexRank);
  const order = [0, ...rest.slice(0, axis), ...range(indexRank).slice(1), ...rest.slice(axis)];
  return transpose(x, order);
}

/** The inverse of {@link axesAfter}. */
function axesBefore(x: JaxArray, indexRank: number, axis: number): JaxArray {
  const own = range(indexRank - 1).map((i) => 1 + axis + i);
  const others = range(x.shape.length).filter((i) => i !== 0 && !own.includes(i));
  return transpose(x, [0, ...own, ...others]);
}

/** Writing rows for a batch: all examples' rows are put one after the other. */
export function batchScatter(
  [x, indices, updates]: readonly JaxArray[],
  [isX, isIndices, isUpdates]: readonly boolean[],
  { axis, kind }: ParamsOf["scatter"],
  size: number,
): JaxArray {
  const target = withBatchAxis(x, isX, size);
  const changes = withBatchAxis(updates, isUpdates, size);
  if (!isIndices) return bind("scatter", [target, indices, changes], { axis: axis + 1, kind });
  const rows = target.shape[axis + 1];
  const below = bind("ge", [indices, constLike(indices, 0)], {});
  const above = bind("lt", [indices, constLike(indices, rows)], {});
  const inside = bind("and", [below, above], {});
  const at = select(inside, fullLike(indices, -1), globalIndices(indices, rows));
  const flat = rowsFirst(target, axis);
  const moved = axesBefore(changes, indices.shape.length, axis);
  const written = bind("scatter", [flat, at, moved], { axis: 0, kind });
  const shape: Shape = [size, rows, ...flat.shape.slice(1)];
  return moveAxis(reshape(written, shape), 1, axis + 1);
}
