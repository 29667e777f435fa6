import type { JaxArray } from "../array/array";
import { binaryOp, constLike, convert, select, unaryOp } from "../core/ops";
import { isFloating, isUnsigned } from "../base/dtype";
import { asArray, type ArrayLike } from "./as-array";
import { applyBinary, keeping, type Binary, type Unary } from "./elementwise-kinds";
import { remainder, round } from "./elementwise";
import { alias, define } from "./function-table";
import { integerDivisor } from "./integer-divisor";
import { broadcasted, promoted, promotedInexact } from "./promote";

/** The nearest whole number, halves to even, with `decimals` as in `round`. */
export const around: typeof round = alias("jax.numpy", "around", round);

/** The nearest whole number, halves to even; integers give float32. */
export const rint: Unary = define("jax.numpy", "rint(@x, /)", (x: ArrayLike) => {
  const [value] = promotedInexact([asArray(x, "rint")]);
  return unaryOp("round", value);
});

function toward0(x: JaxArray): JaxArray {
  const isNegative = binaryOp("lt", x, constLike(x, 0));
  return select(isNegative, unaryOp("floor", x), unaryOp("ceil", x));
}

/** The whole part: fractions are cut off. */
export const trunc: Unary = define("jax.numpy", "trunc(@x)", (x: ArrayLike) => {
  const value = asArray(x, "trunc");
  return isFloating(value.dtype) ? toward0(value) : value;
});

/** The same value. */
export const positive: Unary = define("jax.numpy", "positive(@x, /)", (x: ArrayLike) =>
  asArray(x, "positive"),
);
/** Absolute value as a float. */
export const fabs: Unary = define("jax.numpy", "fabs(@x, /)", (x: ArrayLike) =>
  unaryOp("abs", promotedInexact([asArray(x, "fabs")])[0]),
);
/** The complex conjugate: of real numbers the numbers themselves. */
export const conjugate: Unary = define("jax.numpy", "conjugate(@x, /)", (x: ArrayLike) =>
  asArray(x, "conjugate"),
);
/** Short for `conjugate`. */
export const conj: Unary = alias("jax.numpy", "conj", conjugate);
/** The real part: of real numbers the numbers themselves. */
export const real: Unary = define("jax.numpy", "real(@val, /)", (x: ArrayLike) =>
  asArray(x, "real"),
);

function pairOf(name: string, x1: ArrayLike, x2: ArrayLike): JaxArray[] {
  const pair = promoted([asArray(x1, name), asArray(x2, name, 1)]);
  return broadcasted(pair.map((x) => (x.dtype === "bool" ? convert(x, "int32") : x)));
}

/** x1 / x2 rounded down, as Python's `//`. */
export const floorDivide: Binary = define(
  "jax.numpy",
  "floor_divide(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const [x, y] = pairOf("floor_divide", x1, x2);
    return isFloating(x.dtype) ? floatFloorDivide(x, y) : integerFloorDivide(x, y);
  },
);

function integerFloorDivide(x: JaxArray, y: JaxArray): JaxArray {
  const quotient = binaryOp("div", x, y);
  if (isUnsigned(x.dtype)) return quotient;
  const rest = binaryOp("rem", x, y);
  const zero = constLike(x, 0);
  // Zero has a sign of its own: by zero JAX gives −2, or −1 for 0.
  const otherSign = binaryOp("ne", unaryOp("sign", x), unaryOp("sign", y));
  const isBelow = binaryOp("and", otherSign, binaryOp("ne", rest, zero));
  return select(isBelow, quotient, binaryOp("sub", quotient, constLike(x, 1)));
}

/** As JAX: of x less its remainder, so that the quotient of nearly whole ratios is exact. */
function floatFloorDivide(x: JaxArray, y: JaxArray): JaxArray {
  const rest = binaryOp("rem", x, y);
  const zero = constLike(x, 0);
  const one = constLike(x, 1);
  const byZero = binaryOp("eq", y, zero);
  const whole = binaryOp("div", select(byZero, binaryOp("sub", x, rest), x), y);
  const otherSign = binaryOp("ne", unaryOp("sign", y), unaryOp("sign", rest));
  const isBelow = binaryOp("and", binaryOp("ne", rest, zero), otherSign);
  return unaryOp("round", select(isBelow, whole, binaryOp("sub", whole, one)));
}

/** x1 // x2 and x1 % x2 together. */
export const divmod: (x1: ArrayLike, x2: ArrayLike) => JaxArray[] = define(
  "jax.numpy",
  "divmod(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => [floorDivide(x1, x2), remainder(x1, x2)],
);

/** The remainder with the sign of x1, as C's `fmod`. */
export const fmod: Binary = define(
  "jax.numpy",
  "fmod(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const [x, y] = pairOf("fmod", x1, x2);
    return binaryOp("rem", x, integerDivisor(y));
  },
);

/** The fractional and the whole part, both with the sign of x. */
export const modf: (x: ArrayLike) => JaxArray[] = define(
  "jax.numpy",
  "modf(@x, /, out!=None)",
  (x: ArrayLike) => {
    const [value] = promotedInexact([asArray(x, "modf")]);
    const whole = toward0(value);
    return [binaryOp("sub", value, whole), whole];
  },
);

/** Bit by bit not; of booleans, not. */
export const invert: Unary = keeping("invert", "not");
/** Bit by bit not, by its longer name. */
export const bitwiseNot: Unary = alias("jax.numpy", "bitwise_not", invert);
/** Bit by bit not, by the array API's name. */
export const bitwiseInvert: Unary = alias("jax.numpy", "bitwise_invert", invert);

/** The larger of two values, but a number rather than NaN. */
export const fmax: Binary = define("jax.numpy", "fmax(@x1, @x2)", (x1: ArrayLike, x2: ArrayLike) =>
  preferring("gt", "fmax", x1, x2),
);
/** The smaller of two values, but a number rather than NaN. */
export const fmin: Binary = define("jax.numpy", "fmin(@x1, @x2)", (x1: ArrayLike, x2: ArrayLike) =>
  preferring("lt", "fmin", x1, x2),
);

function preferring(order: "gt" | "lt", name: string, x1: ArrayLike, x2: ArrayLike): JaxArray {
  const [x, y] = broadcasted(promoted([asArray(x1, name), asArray(x2, name, 1)]));
  const takesFirst = binaryOp("or", applyBinary(order, x, y), binaryOp("ne", y, y));
  return select(takesFirst, y, x);
}
