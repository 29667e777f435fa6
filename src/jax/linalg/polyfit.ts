import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { sqrt } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { promotedInexact } from "../numpy/promote";
import { sum } from "../numpy/reductions";
import { expandDims } from "../numpy/shaping";
import { vander } from "../numpy/stacking";
import { lstsq } from "./least-squares";

interface PolyfitOptions {
  rcond?: number | null;
  /** The weight of each point. */
  w?: ArrayLike | null;
}
/** The polynomial of a degree that lies nearest to points, by least squares. */
export const polyfit: (
  x: ArrayLike,
  y: ArrayLike,
  deg: number,
  options?: number | null | PolyfitOptions,
) => JaxArray = define(
  "jax.numpy",
  "polyfit(@x, @y, deg, rcond=None, full!=False, @w=None, cov!=False)",
  (x: ArrayLike, y: ArrayLike, deg: number, rcond?: number | null, w?: ArrayLike | null) => {
    const [at, values] = promotedInexact([asArray(x, "polyfit"), asArray(y, "polyfit", 1)]);
    if (deg < 0) throw new ValueError("expected deg >= 0");
    if (at.shape.length !== 1) throw new ValueError("expected 1D vector for x");
    if (at.shape[0] !== values.shape[0])
      throw new ValueError("expected x and y to have same length");
    let [left, right] = [vander(at, deg + 1), values];
    if (w !== null && w !== undefined) {
      const weights = asArray(w, "polyfit", 5);
      left = left.mul(expandDims(weights, -1));
      right = right.shape.length === 2 ? right.mul(expandDims(weights, -1)) : right.mul(weights);
    }
    const scale = sqrt(sum(left.mul(left), 0));
    const share = rcond ?? at.shape[0] * 2 ** -23;
    const [solution] = lstsq(left.div(scale), right, share);
    return right.shape.length === 2 ? solution.div(expandDims(scale, -1)) : solution.div(scale);
  },
);
