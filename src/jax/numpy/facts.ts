/** Number and length of axes, copies and the like. */
import type { JaxArray } from "../core/array";
import { sizeOf, type Shape } from "../core/aval";
import { fullLike } from "../core/ops";
import { isInteger } from "../dtype";
import { JaxTypeError } from "../errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, normalAxis, type Axis } from "./axis";
import { cumsum } from "./cumulative";
import { diff } from "./differences";
import type { DTypeLike } from "./dtype-argument";
import { abs, equal, logicalAnd, mod, where } from "./elementwise";
import { exp2 } from "./exponentials";
import { define } from "./function-table";
import { hostElementwise } from "./host-function";
import { concatenate } from "./joining";
import { promotedInexact } from "./promote";

/** Number of axes. */
export const ndim: (a: ArrayLike) => number = define(
  "jax.numpy",
  "ndim(a)",
  (a: ArrayLike) => asArray(a, "ndim").shape.length,
);
/** Length of each axis. */
export const shape: (a: ArrayLike) => Shape = define(
  "jax.numpy",
  "shape(a)",
  (a: ArrayLike) => asArray(a, "shape").shape,
);
/** Number of elements, or of those along one or more axes. */
export const size: (a: ArrayLike, axis?: Axis | { axis?: Axis }) => number = define(
  "jax.numpy",
  "size(a, axis=None)",
  (a: ArrayLike, axis?: Axis) => {
    const x = asArray(a, "size");
    return sizeOf(normalAxes(axis, x.shape.length).map((i) => x.shape[i]));
  },
);

/** The same values; arrays never change, so that nothing has to be copied. */
export const copy: (a: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "copy(a, order!=None)",
  (a: ArrayLike) => asArray(a, "copy"),
);

/** The values in another dtype. */
export const astype: (x: ArrayLike, dtype: DTypeLike) => JaxArray = define(
  "jax.numpy",
  "astype(x, dtype, /, *, copy!=False, device!=None)",
  (x: ArrayLike, dtype: DTypeLike) => asArray(x, "astype").astype(dtype),
);

/** Zeros: there are no complex numbers here. */
export const imag: (val: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "imag(val, /)",
  (val: ArrayLike) => fullLike(asArray(val, "imag"), 0),
);

/** How many bits of the absolute value are set, uint8. */
export const bitwiseCount: (x: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "bitwise_count(x, /)",
  (x: ArrayLike) => {
    const value = asArray(x, "bitwise_count");
    if (!isInteger(value.dtype))
      throw new JaxTypeError(
        `population_count does not accept dtype ${value.dtype}. Accepted dtypes are subtypes of integer.`,
      );
    return hostElementwise("bitwise_count", [value], "uint8", (each) => {
      let [rest, count] = [Math.abs(each), 0];
      for (; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
      return count;
    });
  },
);

/** x1 · 2^x2 for whole x2. */
export const ldexp: (x1: ArrayLike, x2: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "ldexp(x1, x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const exponent = asArray(x2, "ldexp", 1);
    if (!isInteger(exponent.dtype) && typeof x2 !== "number")
      throw new JaxTypeError(`ldexp not supported for input types ${exponent.dtype}`);
    const [x, y] = promotedInexact([asArray(x1, "ldexp"), exponent]);
    return x.mul(exp2(y));
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
  "unwrap(p, discont=None, axis=-1, period=6.283185307179586)",
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
