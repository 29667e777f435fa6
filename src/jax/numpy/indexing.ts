import type { JaxArray } from "../core/array";
import { sizeOf } from "../core/aval";
import { fromHost } from "../core/concrete";
import { convert, constLike, reshape, select as choose } from "../core/ops";
import type { ScatterKind } from "../core/primitives";
import { bind } from "../core/trace";
import { isInteger } from "../dtype";
import { JaxTypeError } from "../errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { parseIndex, select, type IndexEntry, type ParsedIndex } from "./index-expression";
import { broadcastTo } from "./shaping";

/** Reads the part of an array that an index names; positions out of bounds read the nearest element. */
export function readIndex(x: JaxArray, entries: readonly IndexEntry[]): JaxArray {
  const index = parseIndex(entries, x.shape);
  if (!index.advanced && x.shape.every((n) => n > 0)) return readSlices(x, index);
  const { shape, linear } = select(index, x.shape, "clamp");
  const flat = reshape(x, [sizeOf(x.shape)]);
  const indices = fromHost([linear.length], "int32", false, linear);
  return reshape(bind("gather", [flat, indices], { axis: 0 }), shape);
}

/** Positions and slices alone: one slice, one reversal where steps are negative, one reshape. */
function readSlices(x: JaxArray, { selectors, layout }: ParsedIndex): JaxArray {
  const ranges = selectors.map((one, axis) => {
    if (one.kind !== "slice") {
      const position = one.kind === "at" ? one.position : 0;
      const start = Math.min(Math.max(position, 0), x.shape[axis] - 1);
      return { start, limit: start + 1, stride: 1, reversed: false };
    }
    const { start, step, count } = one;
    if (step > 0)
      return {
        start,
        limit: count === 0 ? start : start + (count - 1) * step + 1,
        stride: step,
        reversed: false,
      };
    const low = start + (count - 1) * step;
    return count === 0
      ? { start: 0, limit: 0, stride: 1, reversed: false }
      : { start: low, limit: start + 1, stride: -step, reversed: true };
  });
  const untouched = ranges.every(
    ({ start, limit, stride }, axis) => start === 0 && limit === x.shape[axis] && stride === 1,
  );
  let part = untouched
    ? x
    : bind("slice", [x], {
        start: ranges.map(({ start }) => start),
        limit: ranges.map(({ limit }) => limit),
        strides: ranges.map(({ stride }) => stride),
      });
  const dimensions = ranges.flatMap(({ reversed }, axis) => (reversed ? [axis] : []));
  if (dimensions.length > 0) part = bind("rev", [part], { dimensions });
  const shape = layout.flatMap((axis) => {
    if (axis === null) return [1];
    return selectors[axis].kind === "slice" ? [part.shape[axis]] : [];
  });
  return reshape(part, shape);
}

/** Writes values into a copy of an array; positions out of bounds are dropped. */
export function writeIndex(
  x: JaxArray,
  entries: readonly IndexEntry[],
  kind: ScatterKind,
  values: ArrayLike,
): JaxArray {
  const { shape, linear } = select(parseIndex(entries, x.shape), x.shape, "drop");
  const updates = convert(asArray(values, "scatter"), x.dtype, x.weak);
  const flat = reshape(x, [sizeOf(x.shape)]);
  const indices = fromHost([linear.length], "int32", false, linear);
  const rows = reshape(broadcastTo(updates, shape), [linear.length]);
  return reshape(bind("scatter", [flat, indices, rows], { axis: 0, kind }), x.shape);
}

/** A place in an array that can be read or replaced: what `x.at(…)` gives. */
export class IndexRef {
  constructor(
    private readonly array: JaxArray,
    private readonly entries: readonly IndexEntry[],
  ) {}
  /** The values there. */
  get(): JaxArray {
    return readIndex(this.array, this.entries);
  }
  /** A copy of the array with these values there. */
  set(values: ArrayLike): JaxArray {
    return writeIndex(this.array, this.entries, "set", values);
  }
  /** A copy with the values added; repeated places add up. */
  add(values: ArrayLike): JaxArray {
    return writeIndex(this.array, this.entries, "add", values);
  }
  /** A copy with the values subtracted. */
  subtract(values: ArrayLike): JaxArray {
    return this.add(asArray(values, "scatter").neg());
  }
  /** A copy multiplied by the values there. */
  multiply(values: ArrayLike): JaxArray {
    return writeIndex(this.array, this.entries, "mul", values);
  }
  /** A copy divided by the values there. */
  divide(values: ArrayLike): JaxArray {
    return this.set(this.get().div(values));
  }
  /** A copy raised to the power of the values there. */
  power(values: ArrayLike): JaxArray {
    return this.set(this.get().pow(values));
  }
  /** A copy with the smaller of old and new there. */
  min(values: ArrayLike): JaxArray {
    return writeIndex(this.array, this.entries, "min", values);
  }
  /** A copy with the larger of old and new there. */
  max(values: ArrayLike): JaxArray {
    return writeIndex(this.array, this.entries, "max", values);
  }
  /** A copy with a function applied there. */
  apply(f: (values: JaxArray) => JaxArray): JaxArray {
    return this.set(f(this.get()));
  }
}

/** Rows of an array by index along an axis (without one, of the flattened array); traced indices work. */
export const take: (
  a: ArrayLike,
  indices: ArrayLike | readonly number[],
  axis?: number | null | { axis?: number | null },
) => JaxArray = define(
  "jax.numpy",
  "take(a, indices, axis=None)",
  (a: ArrayLike, indices: ArrayLike | readonly number[], axis?: number | null) => {
    const x = asArray(a, "take");
    const whole = axis === null || axis === undefined;
    const source = whole ? reshape(x, [sizeOf(x.shape)]) : x;
    const along = whole ? 0 : normalAxis(axis, x.shape.length);
    const index = indexArray(indices);
    const zero = constLike(index, 0);
    const wrap = choose(index.less(zero), index, index.add(constLike(index, source.shape[along])));
    return bind("gather", [source, wrap], { axis: along });
  },
);

/** Indices as an integer array: an index is asked for, so whole numbers are integers here. */
function indexArray(indices: ArrayLike | readonly number[]): JaxArray {
  if (typeof indices === "number") return fromHost([], "int32", false, Int32Array.of(indices));
  if (Array.isArray(indices))
    return fromHost([indices.length], "int32", false, Int32Array.from(indices as number[]));
  const index = asArray(indices, "take", 1);
  if (isInteger(index.dtype)) return index;
  throw new JaxTypeError(`take requires integer indices, got ${index.dtype}.`);
}
