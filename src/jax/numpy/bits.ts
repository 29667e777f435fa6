import type { JaxArray } from "../array/array";
import { convert } from "../core/ops";
import { isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { applyBinary, UFUNC, type Binary } from "./elementwise-kinds";
import { alias, define } from "./function-table";
import { hostElementwise } from "./host-function";
import { broadcasted, promoted } from "./promote";

/** Two operands of one type and shape; JAX's error if they are no bits. */
function bitsOf(prim: string, accepted: string, pair: readonly JaxArray[]): JaxArray[] {
  const both = broadcasted(promoted(pair));
  const [{ dtype }] = both;
  if (isInteger(dtype) || dtype === "bool") return both;
  throw new JaxTypeError(
    `${prim} does not accept dtype ${dtype} at position 0. Accepted dtypes at position 0 are subtypes of ${accepted}.`,
  );
}

function bitwise(name: string, prim: "and" | "or" | "xor"): Binary {
  return define(
    "jax.numpy",
    `${name}${UFUNC}`,
    (x1: ArrayLike, x2: ArrayLike) => {
      const [x, y] = bitsOf(prim, "integer, bool", [asArray(x1, name), asArray(x2, name, 1)]);
      return applyBinary(prim, x, y);
    },
    { ufunc: true },
  );
}
/** Bit by bit and. */
export const bitwiseAnd: Binary = bitwise("bitwise_and", "and");
/** Bit by bit or. */
export const bitwiseOr: Binary = bitwise("bitwise_or", "or");
/** Bit by bit exclusive or. */
export const bitwiseXor: Binary = bitwise("bitwise_xor", "xor");

function shifting(
  name: string,
  prim: string,
  operands: "@x, @y" | "@x1, @x2",
  formula: (isSigned: boolean) => (x: number, by: number) => number,
): Binary {
  return define("jax.numpy", `${name}(${operands}, /)`, (x1: ArrayLike, x2: ArrayLike) => {
    const bits = bitsOf(prim, "integer", [asArray(x1, name), asArray(x2, name, 1)]);
    const pair = bits.map((x) => (x.dtype === "bool" ? convert(x, "int32") : x));
    const { dtype } = pair[0];
    return hostElementwise(name, pair, dtype, formula(dtype === "int32"));
  });
}
/** Bits moved to the left: x · 2^y, cut to 32 bits. */
export const leftShift: Binary = shifting(
  "left_shift",
  "shift_left",
  "@x, @y",
  () => (x, by) => (by >= 0 && by < 32 ? x << by : 0),
);
/** Bits moved to the right; the sign stays. */
export const rightShift: Binary = shifting(
  "right_shift",
  "shift_right_arithmetic",
  "@x1, @x2",
  (isSigned) => (x, by) => {
    if (by >= 0 && by < 32) return isSigned ? x >> by : x >>> by;
    return isSigned && x < 0 ? -1 : 0;
  },
);
/** Bits moved to the left, by the array API's name. */
export const bitwiseLeftShift: Binary = alias("jax.numpy", "bitwise_left_shift", leftShift);
/** Bits moved to the right, by the array API's name. */
export const bitwiseRightShift: Binary = alias("jax.numpy", "bitwise_right_shift", rightShift);

function euclid(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function divisors(name: string, formula: (a: number, b: number) => number): Binary {
  return define("jax.numpy", `${name}(@x1, @x2)`, (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promoted([asArray(x1, name), asArray(x2, name, 1)]);
    if (!isInteger(pair[0].dtype))
      throw new ValueError(`Arguments to jax.numpy.${name} must be integers.`);
    return hostElementwise(name, broadcasted(pair), pair[0].dtype, formula);
  });
}
/** The greatest common divisor. */
export const gcd: Binary = divisors("gcd", euclid);
/** The least common multiple. */
export const lcm: Binary = divisors("lcm", (a, b) => {
  const shared = euclid(a, b);
  return shared === 0 ? 0 : Math.imul(Math.abs(a), Math.abs(b) / shared);
});
