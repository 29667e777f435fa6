import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { promotedInexact } from "./promote";
import { part } from "./splitting";

/** Each element less the one before it, along an axis; for booleans whether they differ. */
export function step(x: JaxArray, axis: number): JaxArray {
  const n = x.shape[axis];
  const [after, before] = [part(x, axis, Math.min(1, n), n), part(x, axis, 0, Math.max(0, n - 1))];
  return x.dtype === "bool" ? after.notEqual(before) : after.sub(before);
}

/** Central differences along one axis, one-sided at both ends. */
function slopes(x: JaxArray, axis: number, spacing: JaxArray): JaxArray {
  const n = x.shape[axis];
  if (n < 2)
    throw new ValueError(
      "Shape of array too small to calculate a numerical gradient, at least 2 elements are required.",
    );
  const rows = (from: number, to: number): JaxArray => part(x, axis, from, to);
  if (spacing.shape.length === 0)
    return concatenate(
      [
        rows(1, 2).sub(rows(0, 1)),
        rows(2, n)
          .sub(rows(0, n - 2))
          .mul(0.5),
        rows(n - 1, n).sub(rows(n - 2, n - 1)),
      ],
      axis,
    ).div(spacing);
  const shape = x.shape.map((_, i) => (i === axis ? n - 1 : 1));
  const gaps = reshape(step(spacing, 0), shape);
  const gap = (from: number, to: number): JaxArray => part(gaps, axis, from, to);
  const rises = step(x, axis);
  const rise = (from: number, to: number): JaxArray => part(rises, axis, from, to);
  const [before, after] = [gap(0, n - 2), gap(1, n - 1)];
  // The two one-sided slopes, each weighted by the other side's gap.
  const weighted = rise(0, n - 2)
    .div(before)
    .mul(after)
    .add(
      rise(1, n - 1)
        .div(after)
        .mul(before),
    );
  return concatenate(
    [
      rise(0, 1).div(gap(0, 1)),
      weighted.div(before.add(after)),
      rise(n - 2, n - 1).div(gap(n - 2, n - 1)),
    ],
    axis,
  );
}

interface GradientOptions {
  axis?: number | readonly number[] | null;
}
/** Slopes along each axis by central differences; spacings are numbers or coordinates. */
export const gradient: (
  f: ArrayLike,
  ...varargs: (ArrayLike | GradientOptions)[]
) => JaxArray | JaxArray[] = define(
  "jax.numpy",
  "gradient(@f, *varargs, axis=None, edge_order!=None)",
  (f: ArrayLike, spacings: readonly ArrayLike[], axis?: number | readonly number[] | null) => {
    const [x] = promotedInexact([asArray(f, "gradient")]);
    const rank = x.shape.length;
    const axes =
      axis === null || axis === undefined
        ? x.shape.map((_, i) => i)
        : [axis].flat().map((each) => normalAxis(each, rank));
    if (spacings.length > 1 && spacings.length !== axes.length)
      throw new JaxTypeError("Invalid number of spacing arguments");
    const results = axes.map((along, i) =>
      slopes(x, along, asArray(spacings[spacings.length === 1 ? 0 : i] ?? 1)),
    );
    return results.length === 1 ? results[0] : results;
  },
);
