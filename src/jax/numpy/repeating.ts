import type { JaxArray } from "../array/array";
import { range, sizeOf, type Shape } from "../array/aval";
import { fromHost } from "../array/concrete";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis, type Axis } from "./axis";
import { concreteOf, concretizationError } from "./concrete-value";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { broadcastTo } from "./shaping";
import { part } from "./splitting";

/** The array laid side by side: `reps` times along each axis. */
export const tile: (A: ArrayLike, reps: number | readonly number[]) => JaxArray = define(
  "jax.numpy",
  "tile(@A, reps)",
  (A: ArrayLike, reps: number | readonly number[]) => {
    const x = asArray(A, "tile");
    const times = typeof reps === "number" ? [reps] : [...reps];
    const rank = Math.max(times.length, x.shape.length);
    const fill = (list: Shape): number[] => [
      ...new Array<number>(rank - list.length).fill(1),
      ...list,
    ];
    const [shape, counts] = [fill(x.shape), fill(times)];
    const wide = reshape(
      x,
      shape.flatMap((n) => [1, n]),
    );
    const repeated = broadcastTo(
      wide,
      shape.flatMap((n, i) => [counts[i], n]),
    );
    return reshape(
      repeated,
      shape.map((n, i) => n * counts[i]),
    );
  },
);

/** How often each of n elements is repeated. */
function repeatsOf(repeats: ArrayLike | readonly number[], n: number): number[] {
  if (Array.isArray(repeats)) return spreadCounts(repeats as readonly number[], n);
  if (typeof repeats === "number") return new Array<number>(n).fill(repeats);
  const array = asArray(repeats, "repeat", 1);
  const known = array.main === null ? concreteOf(array) : null;
  if (known === null)
    throw concretizationError(
      array,
      "When jit-compiling jnp.repeat, the total number of repeats must be static. To fix this, either specify a static value for `repeats`, or pass a static value to `total_repeat_length`.",
    );
  return spreadCounts([...known.values()], n);
}
function spreadCounts(counts: readonly number[], n: number): number[] {
  if (counts.length === 1) return new Array<number>(n).fill(counts[0]);
  if (counts.length !== n)
    throw new ValueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: (${counts.length},)  and requested shape (${n},)`,
    );
  return [...counts];
}

interface RepeatOptions {
  axis?: number | null;
  totalRepeatLength?: number | null;
}
/** Each element several times; without an axis, of the flattened array. */
export const repeat: (
  a: ArrayLike,
  repeats: ArrayLike | readonly number[],
  axis?: number | null | RepeatOptions,
  options?: RepeatOptions,
) => JaxArray = define(
  "jax.numpy",
  "repeat(@a, ~repeats, axis=None, *, total_repeat_length=None, out_sharding!=None)",
  (
    a: ArrayLike,
    repeats: ArrayLike | readonly number[],
    axis?: number | null,
    total?: number | null,
  ) => {
    const given = asArray(a, "repeat");
    const whole = axis === null || axis === undefined;
    const x = whole ? reshape(given, [sizeOf(given.shape)]) : given;
    const along = whole ? 0 : normalAxis(axis, x.shape.length);
    const n = x.shape[along];
    const all = repeatsOf(repeats, n).flatMap((times, i) => new Array<number>(times).fill(i));
    const wanted =
      total === null || total === undefined
        ? all
        : Array.from({ length: total }, (_, i) => (i < all.length ? all[i] : n - 1));
    const index = fromHost([wanted.length], "int32", false, Int32Array.from(wanted));
    return bind("gather", [x, index], { axis: along });
  },
);

/** Elements moved `shift` places along axes; what falls out comes in at the other end. */
export const roll: (
  a: ArrayLike,
  shift: number | readonly number[],
  axis?: Axis | { axis?: Axis },
) => JaxArray = define(
  "jax.numpy",
  "roll(@a, shift, axis=None)",
  (a: ArrayLike, shift: number | readonly number[], axis?: Axis) => {
    const x = asArray(a, "roll");
    const shifts = typeof shift === "number" ? [shift] : [...shift];
    if (axis === null || axis === undefined) {
      const flat = reshape(x, [sizeOf(x.shape)]);
      const total = shifts.reduce((sum, each) => sum + each, 0);
      return reshape(rolled(flat, total, 0), x.shape);
    }
    const axes = typeof axis === "number" ? [axis] : [...axis];
    if (axes.length > 1 && shifts.length > 1 && axes.length !== shifts.length)
      throw new ValueError("Mismatched lengths between shifts and axes");
    const count = Math.max(axes.length, shifts.length);
    const pick = (list: readonly number[], i: number): number => list[list.length === 1 ? 0 : i];
    return range(count).reduce(
      (value, i) => rolled(value, pick(shifts, i), normalAxis(pick(axes, i), x.shape.length)),
      x,
    );
  },
);

function rolled(x: JaxArray, shift: number, axis: number): JaxArray {
  const n = x.shape[axis];
  const by = n === 0 ? 0 : ((shift % n) + n) % n;
  if (by === 0) return x;
  return concatenate([part(x, axis, n - by, n), part(x, axis, 0, n - by)], axis);
}
