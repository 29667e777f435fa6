import type { JaxArray } from "../array/array";
import { range, sizeOf, stridesOf, type Shape } from "../array/aval";
import { fromHost } from "../array/concrete";
import {
  add,
  binaryOp,
  broadcastInDim,
  broadcastTo,
  constLike,
  convert,
  mul,
  select,
} from "../core/ops";
import type { HostData } from "../array/host-data";
import { gatherStrided } from "../array/expand";
import { checkSize } from "../array/limits";
import { resultParts, type AxisSelector, type ParsedIndex } from "./index-expression";

/**
 * The elements an index selects, as positions in the flattened array. Positions out of bounds are
 * moved to the nearest element; `inside` says where none was moved, null if that is everywhere.
 */
export interface Selection {
  readonly shape: Shape;
  readonly positions: JaxArray;
  readonly inside: JaxArray | null;
}

/** Traced positions, counted from the front. */
export function fromFront(index: JaxArray, n: number): JaxArray {
  const whole = convert(index, "int32");
  const isBehind = binaryOp("lt", whole, constLike(whole, 0));
  return select(isBehind, whole, add(whole, constLike(whole, n)));
}

/** Whether traced positions, counted from the front, lie in bounds. */
export function inBounds(index: JaxArray, n: number): JaxArray {
  const low = binaryOp("ge", index, constLike(index, 0));
  return binaryOp("and", low, binaryOp("lt", index, constLike(index, n)));
}

/** Positions moved to the nearest one in bounds. */
export function clamped(index: JaxArray, n: number): JaxArray {
  const low = binaryOp("max", index, constLike(index, 0));
  return binaryOp("min", low, constLike(index, n - 1));
}

/** Positions along an axis that are known, in a shape of their own; null for traced ones. */
function knownOf(one: AxisSelector): { shape: Shape; values: Int32Array } | null {
  switch (one.kind) {
    case "slice": {
      const { start, step, count } = one;
      const values = Int32Array.from({ length: count }, (_, i) => start + i * step);
      return { shape: [count], values };
    }
    case "at":
      return { shape: [], values: Int32Array.of(one.position) };
    case "array":
      return { shape: one.shape, values: one.positions };
    case "traced":
      return null;
  }
}

/** Walking strides of a shape that repeats to the axes of a part, the first of which is `first`. */
function partStrides(own: Shape, part: Shape, first: number, rank: number): number[] {
  const strides = new Array<number>(rank).fill(0);
  const steps = stridesOf(own);
  own.forEach((n, i) => {
    if (n !== 1) strides[first + part.length - own.length + i] = steps[i];
  });
  return strides;
}

/** Flat positions gathered axis by axis: known ones in numbers, traced ones in operations. */
class Positions {
  private readonly base: Int32Array;
  private flags: Uint8Array | null = null;
  private traced: JaxArray | null = null;
  private tracedInside: JaxArray | null = null;

  constructor(
    private readonly shape: Shape,
    private readonly result: Shape,
  ) {
    checkSize(sizeOf(result));
    this.base = new Int32Array(sizeOf(result));
  }

  add(one: AxisSelector, axis: number, part: Shape, first: number): void {
    const n = this.shape[axis];
    const stride = stridesOf(this.shape)[axis];
    const known = knownOf(one);
    if (known !== null) {
      const strides = partStrides(known.shape, part, first, this.result.length);
      this.addKnown(gatherStrided(known.values, strides, this.result, "int32"), n, stride);
    } else if (one.kind === "traced") this.addTraced(one.index, { n, stride, part, first });
  }

  private addKnown(values: HostData, n: number, stride: number): void {
    for (let i = 0; i < values.length; i++) {
      const position = values[i];
      const moved = Math.min(Math.max(position, 0), n - 1);
      this.base[i] += moved * stride;
      if (moved !== position) (this.flags ??= new Uint8Array(values.length).fill(1))[i] = 0;
    }
  }

  private addTraced(
    given: JaxArray,
    at: { n: number; stride: number; part: Shape; first: number },
  ): void {
    const index = fromFront(given, at.n);
    const dims = range(at.part.length).map((i) => at.first + i);
    const spread = (x: JaxArray): JaxArray =>
      broadcastInDim(broadcastTo(x, at.part), this.result, dims);
    const moved = clamped(index, at.n);
    const scaled = spread(mul(moved, constLike(moved, at.stride)));
    const inside = spread(inBounds(index, at.n));
    this.traced = this.traced === null ? scaled : add(this.traced, scaled);
    this.tracedInside =
      this.tracedInside === null ? inside : binaryOp("and", this.tracedInside, inside);
  }

  finish(): Selection {
    const base = fromHost(this.result, "int32", false, this.base);
    const flags = this.flags && fromHost(this.result, "bool", false, this.flags);
    const positions = this.traced === null ? base : add(base, this.traced);
    const other = this.tracedInside;
    const inside =
      flags !== null && other !== null ? binaryOp("and", flags, other) : (flags ?? other);
    return { shape: this.result, positions, inside };
  }
}

/** Resolves an index to flat positions. */
export function selection(index: ParsedIndex, shape: Shape): Selection {
  const parts = resultParts(index);
  const positions = new Positions(
    shape,
    parts.flatMap((part) => part.shape),
  );
  let first = 0;
  for (const part of parts) {
    for (const axis of part.axes) positions.add(index.selectors[axis], axis, part.shape, first);
    first += part.shape.length;
  }
  index.selectors.forEach((one, axis) => {
    if (one.kind === "at") positions.add(one, axis, [], 0);
  });
  return positions.finish();
}
