import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { broadcastTo, reshape } from "../core/ops";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { cumsum } from "./cumulative";
import { abs, equal, logicalAnd, mod, where } from "./elementwise";
import { define } from "./function-table";
import { step } from "./gradient";
import { concatenate } from "./joining";
import { promotedInexact } from "./promote";
import { floating } from "./reduce-parts";
import { sum } from "./reductions";
import { part } from "./splitting";

interface DiffOptions {
  n?: number;
  axis?: number;
  prepend?: ArrayLike | null;
  append?: ArrayLike | null;
}

/** Differences of neighbours along an axis, taken n times. */
export const diff: (a: ArrayLike, n?: number | DiffOptions, options?: DiffOptions) => JaxArray =
  define(
    "jax.numpy",
    "diff(@a, n=1, axis=-1, @prepend=None, @append=None)",
    (a: ArrayLike, n = 1, axis = -1, prepend?: ArrayLike | null, append?: ArrayLike | null) => {
      const given = asArray(a, "diff");
      if (given.shape.length === 0)
        throw new ValueError("diff requires input that is at least one dimensional");
      if (n < 0) throw new ValueError(`order must be non-negative but got ${n}`);
      const along = normalAxis(axis, given.shape.length);
      const single = given.shape.map((m, i) => (i === along ? 1 : m));
      const beside = (value: ArrayLike | null | undefined): JaxArray[] => {
        if (value === null || value === undefined) return [];
        const x = asArray(value, "diff");
        return [x.shape.length === 0 ? broadcastTo(x, single) : x];
      };
      let x = concatenate([...beside(prepend), given, ...beside(append)], along);
      for (let i = 0; i < n; i++) x = step(x, along);
      return x;
    },
  );

/** Differences of neighbours of the flattened array, with values before and behind them. */
export const ediff1d: (
  ary: ArrayLike,
  options?: { toEnd?: ArrayLike | null; toBegin?: ArrayLike | null },
) => JaxArray = define(
  "jax.numpy",
  "ediff1d(@ary, @to_end=None, @to_begin=None)",
  (ary: ArrayLike, toEnd?: ArrayLike | null, toBegin?: ArrayLike | null) => {
    const x = asArray(ary, "ediff1d");
    const steps = step(reshape(x, [sizeOf(x.shape)]), 0);
    const beside = (value: ArrayLike | null | undefined): JaxArray[] => {
      if (value === null || value === undefined) return [];
      const array = asArray(value, "ediff1d").astype(x.dtype);
      return [reshape(array, [sizeOf(array.shape)])];
    };
    return concatenate([...beside(toBegin), steps, ...beside(toEnd)]);
  },
);

/** The area under points joined by straight lines. */
export const trapezoid: (
  y: ArrayLike,
  x?: ArrayLike | null | { x?: ArrayLike | null; dx?: ArrayLike; axis?: number },
  options?: { dx?: ArrayLike; axis?: number },
) => JaxArray = define(
  "jax.numpy",
  "trapezoid(@y, @x=None, ~dx=1.0, axis=-1)",
  (y: ArrayLike, x?: ArrayLike | null, dx: ArrayLike = 1, axis = -1) => {
    const heights = floating(asArray(y, "trapezoid"), null);
    const along = normalAxis(axis, heights.shape.length);
    const n = heights.shape[along];
    const pairs = part(heights, along, 1, n).add(part(heights, along, 0, n - 1));
    if (x === null || x === undefined) return sum(pairs.mul(dx), along).mul(0.5);
    const at = asArray(x, "trapezoid", 1);
    if (at.shape.length > 1) {
      return sum(pairs.mul(step(at, along)), along).mul(0.5);
    }
    const gaps = reshape(
      step(at, 0),
      heights.shape.map((_, i) => (i === along ? n - 1 : 1)),
    );
    return sum(pairs.mul(gaps), along).mul(0.5);
  },
);

interface UnwrapOptions {
  /** Larger steps than this one count as jumps; half a period unless given. */
  discont?: number | null;
  axis?: number;
  period?: number;
}
/** Angles along an axis without jumps of a period. */
export const unwrap: (p: ArrayLike, options?: UnwrapOptions) => JaxArray = define(
  "jax.numpy",
  "unwrap(@p, discont=None, axis=-1, period=6.283185307179586)",
  (p: ArrayLike, discont?: number | null, axis = -1, period = 2 * Math.PI) => {
    const [x] = promotedInexact([asArray(p, "unwrap")]);
    if (x.shape.length === 0) return x;
    const along = normalAxis(axis, x.shape.length);
    const half = period / 2;
    const steps = diff(x, { axis: along });
    const inside = mod(steps.add(half), period).sub(half);
    const same = logicalAnd(equal(inside, -half), steps.greater(0));
    const turned = where(same, half, inside).sub(steps);
    const kept = where(abs(steps).less(discont ?? half), 0, turned);
    const first = x.slice(...x.shape.map((n, i) => [0, i === along ? 1 : n] as const));
    const rest = x.slice(...x.shape.map((n, i) => [i === along ? 1 : 0, n] as const));
    return concatenate([first, rest.add(cumsum(kept, along))], along);
  },
);
