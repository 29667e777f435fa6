/** The primitives on single elements, under the names of `jax.lax`. Operands have equal dtypes and shapes. */
import type { JaxArray } from "../array/array";
import { binaryOp, convert, fullLike, integerPow as power, unaryOp } from "../core/ops";
import { withOwnJvp } from "../core/with-own-jvp";
import type { BinaryName } from "../array/binary";
import type { UnaryName } from "../array/unary";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { greater, less, logicalAnd, maximum, minimum, where } from "../numpy/elementwise";
import { applyBinary } from "../numpy/elementwise-kinds";
import { define } from "../numpy/function-table";

type Unary = (x: ArrayLike) => JaxArray;
type Binary = (x: ArrayLike, y: ArrayLike) => JaxArray;

function unary(name: string, prim: UnaryName, keywords = ""): Unary {
  return define("jax.lax", `${name}(@x${keywords})`, (x: ArrayLike) =>
    unaryOp(prim, asArray(x, name)),
  );
}
const ACCURACY = ", *, accuracy!=None";

/** A number of JavaScript's beside an array takes the array's dtype; dtypes of two arrays must be the same. */
function binary(
  name: string,
  prim: BinaryName,
  keywords = "",
  check: (x: JaxArray) => void = () => undefined,
): Binary {
  return define("jax.lax", `${name}(@x, @y${keywords})`, (x: ArrayLike, y: ArrayLike) => {
    const [a, b] = [asArray(x, name), asArray(y, name, 1)];
    check(a);
    if (a.dtype === b.dtype) return binaryOp(prim, a, b);
    if (typeof y === "number") return binaryOp(prim, a, convert(b, a.dtype));
    return binaryOp(prim, typeof x === "number" ? convert(a, b.dtype) : a, b);
  });
}

function checkBase({ dtype }: JaxArray): void {
  if (isFloating(dtype)) return;
  throw new JaxTypeError(
    `pow does not accept dtype ${dtype} at position 0. Accepted dtypes at position 0 are subtypes of floating, complexfloating.`,
  );
}

/** Absolute value. */
export const abs: Unary = unary("abs", "abs");
/** The angle whose cosine is x. */
export const acos: Unary = unary("acos", "acos");
/** Inverse of the hyperbolic cosine. */
export const acosh: Unary = unary("acosh", "acosh");
/** The angle whose sine is x. */
export const asin: Unary = unary("asin", "asin");
/** Inverse of the hyperbolic sine. */
export const asinh: Unary = unary("asinh", "asinh");
/** The angle whose tangent is x. */
export const atan: Unary = unary("atan", "atan");
/** Inverse of the hyperbolic tangent. */
export const atanh: Unary = unary("atanh", "atanh");
/** The modified Bessel function I₀ times e^−|x|. */
export const besselI0e: Unary = unary("bessel_i0e", "bessel_i0e");
/** The modified Bessel function I₁ times e^−|x|. */
export const besselI1e: Unary = unary("bessel_i1e", "bessel_i1e");
/** Bit by bit not. */
export const bitwiseNot: Unary = unary("bitwise_not", "not");
/** Cube root. */
export const cbrt: Unary = unary("cbrt", "cbrt", ACCURACY);
/** The smallest whole number that is not below x. */
export const ceil: Unary = unary("ceil", "ceil");
/** Cosine. */
export const cos: Unary = unary("cos", "cos", ACCURACY);
/** Hyperbolic cosine. */
export const cosh: Unary = unary("cosh", "cosh");
/** The derivative of lgamma. */
export const digamma: Unary = unary("digamma", "digamma");
/** The error function. */
export const erf: Unary = unary("erf", "erf");
/** 1 − erf(x). */
export const erfc: Unary = unary("erfc", "erfc");
/** The inverse of the error function. */
export const erfInv: Unary = unary("erf_inv", "erf_inv");
/** e to the power x. */
export const exp: Unary = unary("exp", "exp", ACCURACY);
/** 2 to the power x. */
export const exp2: Unary = unary("exp2", "exp2", ACCURACY);
/** exp(x) − 1. */
export const expm1: Unary = unary("expm1", "expm1", ACCURACY);
/** The largest whole number that is not above x. */
export const floor: Unary = unary("floor", "floor");
/** True where x is neither infinite nor NaN. */
export const isFinite: Unary = unary("is_finite", "is_finite");
/** log |Γ(x)|. */
export const lgamma: Unary = unary("lgamma", "lgamma");
/** Natural logarithm. */
export const log: Unary = unary("log", "log", ACCURACY);
/** log(1 + x). */
export const log1p: Unary = unary("log1p", "log1p", ACCURACY);
/** 1 / (1 + exp(−x)). */
export const logistic: Unary = unary("logistic", "logistic", ACCURACY);
/** −x. */
export const neg: Unary = unary("neg", "neg");
/** 1 / √x. */
export const rsqrt: Unary = unary("rsqrt", "rsqrt", ACCURACY);
/** −1, 0 or 1 by the sign. */
export const sign: Unary = unary("sign", "sign");
/** Sine. */
export const sin: Unary = unary("sin", "sin", ACCURACY);
/** Hyperbolic sine. */
export const sinh: Unary = unary("sinh", "sinh");
/** Square root. */
export const sqrt: Unary = unary("sqrt", "sqrt", ACCURACY);
/** x · x. */
export const square: Unary = unary("square", "square");
/** Tangent. */
export const tan: Unary = unary("tan", "tan", ACCURACY);
/** Hyperbolic tangent. */
export const tanh: Unary = unary("tanh", "tanh", ACCURACY);

/** x + y. */
export const add: Binary = binary("add", "add");
/** The angle of the point (y, x). */
export const atan2: Binary = binary("atan2", "atan2");
/** The derivative of digamma of order m; `polygamma(0, x)` is digamma itself. */
export const polygamma: Binary = define(
  "jax.lax",
  "polygamma(@m, @x)",
  (m: ArrayLike, x: ArrayLike) =>
    applyBinary("polygamma", asArray(m, "polygamma"), asArray(x, "polygamma", 1)),
);
/** Hurwitz's zeta function: the sum of (q + n) to the power −x. */
export const zeta: Binary = define("jax.lax", "zeta(@x, @q)", (x: ArrayLike, q: ArrayLike) =>
  applyBinary("zeta", asArray(x, "zeta"), asArray(q, "zeta", 1)),
);
/** Bit by bit and. */
export const bitwiseAnd: Binary = binary("bitwise_and", "and");
/** Bit by bit or. */
export const bitwiseOr: Binary = binary("bitwise_or", "or");
/** Bit by bit exclusive or. */
export const bitwiseXor: Binary = binary("bitwise_xor", "xor");
/** x / y; integers are cut off. */
export const div: Binary = binary("div", "div");
/** x = y. */
export const eq: Binary = binary("eq", "eq");
/** x ≥ y. */
export const ge: Binary = binary("ge", "ge");
/** x > y. */
export const gt: Binary = binary("gt", "gt");
/** x ≤ y. */
export const le: Binary = binary("le", "le");
/** x < y. */
export const lt: Binary = binary("lt", "lt");
/** The larger of two. */
export const max: Binary = binary("max", "max");
/** The smaller of two. */
export const min: Binary = binary("min", "min");
/** x · y. */
export const mul: Binary = binary("mul", "mul", ", *, out_dtype!=None");
/** x ≠ y. */
export const ne: Binary = binary("ne", "ne");
/** x to the power y. */
export const pow: Binary = binary("pow", "pow", "", checkBase);
/** The remainder with the sign of x. */
export const rem: Binary = binary("rem", "rem");
/** x − y. */
export const sub: Binary = binary("sub", "sub");

/** x to a whole power, by multiplications. */
export const integerPow: (x: ArrayLike, y: number) => JaxArray = define(
  "jax.lax",
  "integer_pow(@x, y)",
  (x: ArrayLike, y: number) => power(asArray(x, "integer_pow"), y),
);
/** 1 / x. */
export const reciprocal: Unary = define("jax.lax", "reciprocal(@x)", (x: ArrayLike) =>
  power(asArray(x, "reciprocal"), -1),
);
/** At a bound none of the three has a part in the gradient. */
const clamped = withOwnJvp(
  "clamp",
  ([low, x, high]) => minimum(maximum(x, low), high),
  ([low, x, high], [tLow, tx, tHigh], value) => {
    const zero = fullLike(value, 0);
    const isLow = logicalAnd(greater(low, x), less(low, high));
    const isFree = logicalAnd(greater(x, low), less(x, high));
    const parts = [
      where(isLow, tLow, zero),
      where(isFree, tx, zero),
      where(less(high, x), tHigh, zero),
    ];
    return parts.reduce((a, b) => binaryOp("add", a, b));
  },
);
/** x limited to [min, max]. */
export const clamp: (min: ArrayLike, x: ArrayLike, max: ArrayLike) => JaxArray = define(
  "jax.lax",
  "clamp(@min, @x, @max)",
  (low: ArrayLike, x: ArrayLike, high: ArrayLike) =>
    clamped([asArray(low, "clamp"), asArray(x, "clamp", 1), asArray(high, "clamp", 2)]),
);
