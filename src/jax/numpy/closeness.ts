import type { JaxArray } from "../array/array";
import { sameShape } from "../array/aval";
import { isFloating } from "../base/dtype";
import { asArray, type ArrayLike } from "./as-array";
import { abs, equal, lessEqual, logicalAnd, logicalOr } from "./elementwise";
import { define } from "./function-table";
import { broadcasted, commonShape, promoted } from "./promote";
import { all } from "./reductions";
import { array, type ArraySource } from "./creation";

interface Closeness {
  rtol?: ArrayLike;
  atol?: ArrayLike;
  /** Whether NaN is close to NaN. */
  equalNan?: boolean;
}

function close(
  a: ArrayLike,
  b: ArrayLike,
  rtol: ArrayLike,
  atol: ArrayLike,
  equalNan: boolean,
): JaxArray {
  const [x, y] = broadcasted(promoted([asArray(a, "isclose"), asArray(b, "isclose", 1)]));
  if (!isFloating(x.dtype) && x.dtype === "bool") return equal(x, y);
  const near = lessEqual(abs(x.sub(y)), abs(y).mul(rtol).add(atol));
  if (!isFloating(x.dtype)) return near;
  // An infinity is close to itself alone: its distance to anything else is within an infinite tolerance.
  const finite = lessEqual(abs(y), 3.4028234663852886e38);
  const same = logicalOr(equal(x, y), logicalAnd(near, finite));
  return equalNan ? logicalOr(same, logicalAnd(x.notEqual(x), y.notEqual(y))) : same;
}

/** Which elements are close: |a − b| ≤ atol + rtol · |b|. */
export const isclose: (a: ArrayLike, b: ArrayLike, options?: Closeness) => JaxArray = define(
  "jax.numpy",
  "isclose(@a, @b, ~rtol=1e-05, ~atol=1e-08, equal_nan=False)",
  (a: ArrayLike, b: ArrayLike, rtol: ArrayLike = 1e-5, atol: ArrayLike = 1e-8, nan = false) =>
    close(a, b, rtol, atol, nan),
);

/** Whether all elements are close: |a − b| ≤ atol + rtol · |b|. */
export const allclose: (a: ArrayLike, b: ArrayLike, options?: Closeness) => JaxArray = define(
  "jax.numpy",
  "allclose(@a, @b, ~rtol=1e-05, ~atol=1e-08, equal_nan=False)",
  (a: ArrayLike, b: ArrayLike, rtol: ArrayLike = 1e-5, atol: ArrayLike = 1e-8, nan = false) =>
    all(close(a, b, rtol, atol, nan)),
);

/** Whether two arrays have the same shape and elements. */
export const arrayEqual: (
  a1: ArraySource,
  a2: ArraySource,
  options?: { equalNan?: boolean },
) => JaxArray = define(
  "jax.numpy",
  "array_equal(@a1, @a2, equal_nan=False)",
  (a1: ArraySource, a2: ArraySource, equalNan = false) => {
    const [x, y] = [array(a1), array(a2)];
    if (!sameShape(x.shape, y.shape)) return array(false);
    const same = equal(x, y);
    return all(equalNan ? logicalOr(same, logicalAnd(x.notEqual(x), y.notEqual(y))) : same);
  },
);

/** Whether two arrays are equal after they are repeated to a common shape. */
export const arrayEquiv: (a1: ArraySource, a2: ArraySource) => JaxArray = define(
  "jax.numpy",
  "array_equiv(@a1, @a2)",
  (a1: ArraySource, a2: ArraySource) => {
    const [x, y] = [array(a1), array(a2)];
    try {
      commonShape([x.shape, y.shape]);
    } catch {
      return array(false);
    }
    return all(equal(x, y));
  },
);
