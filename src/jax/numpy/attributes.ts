/** Number and length of axes, copies and the like. */
import type { JaxArray } from "../array/array";
import { sizeOf, type Shape } from "../array/aval";
import { fullLike } from "../core/ops";
import { isInteger } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, type Axis } from "./axis";
import type { DTypeLike } from "./dtype-argument";
import { exp2 } from "./exponentials";
import { define } from "./function-table";
import { hostElementwise } from "./host-function";
import { promotedInexact } from "./promote";

/** Number of axes. */
export const ndim: (a: ArrayLike) => number = define(
  "jax.numpy",
  "ndim(@a)",
  (a: ArrayLike) => asArray(a, "ndim").shape.length,
);
/** Length of each axis. */
export const shape: (a: ArrayLike) => Shape = define(
  "jax.numpy",
  "shape(@a)",
  (a: ArrayLike) => asArray(a, "shape").shape,
);
/** Number of elements, or of those along one or more axes. */
export const size: (a: ArrayLike, axis?: Axis | { axis?: Axis }) => number = define(
  "jax.numpy",
  "size(@a, axis=None)",
  (a: ArrayLike, axis?: Axis) => {
    const x = asArray(a, "size");
    return sizeOf(normalAxes(axis, x.shape.length).map((i) => x.shape[i]));
  },
);

/** The same values; arrays never change, so that nothing has to be copied. */
export const copy: (a: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "copy(@a, order!=None)",
  (a: ArrayLike) => asArray(a, "copy"),
);

/** The values in another dtype. */
export const astype: (x: ArrayLike, dtype: DTypeLike) => JaxArray = define(
  "jax.numpy",
  "astype(@x, dtype, /, *, copy!=False, device!=None)",
  (x: ArrayLike, dtype: DTypeLike) => asArray(x, "astype").astype(dtype),
);

/** Zeros: there are no complex numbers here. */
export const imag: (val: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "imag(@val, /)",
  (val: ArrayLike) => fullLike(asArray(val, "imag"), 0),
);

/** How many bits of the absolute value are set, uint8. */
export const bitwiseCount: (x: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "bitwise_count(@x, /)",
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
  "ldexp(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const exponent = asArray(x2, "ldexp", 1);
    if (!isInteger(exponent.dtype) && typeof x2 !== "number")
      throw new JaxTypeError(`ldexp not supported for input types ${exponent.dtype}`);
    const [x, y] = promotedInexact([asArray(x1, "ldexp"), exponent]);
    return x.mul(exp2(y));
  },
);
