/** Bits of integers, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { isInteger } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { bitwiseLeftShift, rightShift } from "../numpy/bits";
import { define } from "../numpy/function-table";
import { hostElementwise } from "../numpy/host-function";
import { broadcasted, promoted } from "../numpy/promote";

type Shift = (x: ArrayLike, y: ArrayLike) => JaxArray;

/** Bits moved to the left. */
export const shiftLeft: Shift = define(
  "jax.lax",
  "shift_left(@x, @y)",
  (x: ArrayLike, y: ArrayLike) => bitwiseLeftShift(x, y),
);

function pairOf(name: string, x: ArrayLike, y: ArrayLike): JaxArray[] {
  return broadcasted(promoted([whole(name, asArray(x, name)), whole(name, asArray(y, name, 1))]));
}

function whole(name: string, x: JaxArray): JaxArray {
  if (isInteger(x.dtype)) return x;
  throw new JaxTypeError(
    `${name} does not accept dtype ${x.dtype}. Accepted dtypes are subtypes of integer.`,
  );
}

/** Bits moved to the right; the sign is kept. */
export const shiftRightArithmetic: Shift = define(
  "jax.lax",
  "shift_right_arithmetic(@x, @y)",
  (x: ArrayLike, y: ArrayLike) =>
    rightShift(...(pairOf("shift_right_arithmetic", x, y) as [JaxArray, JaxArray])),
);

/** Bits moved to the right; zeros come in from the left. */
export const shiftRightLogical: Shift = define(
  "jax.lax",
  "shift_right_logical(@x, @y)",
  (x: ArrayLike, y: ArrayLike) => {
    const pair = pairOf("shift_right_logical", x, y);
    return hostElementwise("shift_right_logical", pair, pair[0].dtype, (value, by) =>
      by >= 32 ? 0 : value >>> by,
    );
  },
);

type Bits = (x: ArrayLike) => JaxArray;
function bits(name: string, formula: (x: number) => number): Bits {
  return define("jax.lax", `${name}(@x)`, (x: ArrayLike) => {
    const value = whole(name, asArray(x, name));
    if (value.dtype !== "int32" && value.dtype !== "uint32")
      throw new JaxTypeError(`${name} takes int32 and uint32 on this page, got ${value.dtype}.`);
    return hostElementwise(name, [value], value.dtype, formula);
  });
}
/** How many bits are set. */
export const populationCount: Bits = bits("population_count", (x) => {
  let count = 0;
  for (let rest = x >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
});
/** How many zeros stand before the first bit that is set. */
export const clz: Bits = bits("clz", (x) => Math.clz32(x));
