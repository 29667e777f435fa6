import type { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import { namedStep } from "../core/named-step";
import type { FlatFunction } from "../core/operation";
import { withOwnJvp } from "../core/with-own-jvp";
import { binaryOp, constLike, convert, fullLike, integerPow, select, unaryOp } from "../core/ops";
import { isFloating, isInteger, promotePower, promoteToNumeric } from "../base/dtype";
import { NotImplementedError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { placesOf } from "./nonzero";
import { alias, define } from "./function-table";
import {
  binary,
  comparison,
  inexact,
  inexactBinary,
  keeping,
  logical,
  rounding,
  truth,
  type Binary,
  type Unary,
} from "./elementwise-kinds";
import { integerDivisor } from "./integer-divisor";
import { broadcasted, promoted, promotedInexact, ranked } from "./promote";

/** e to the power of each element. */
export const exp: Unary = inexact("exp", "exp");
/** exp(x) − 1, exact near 0. */
export const expm1: Unary = inexact("expm1", "expm1");
/** Natural logarithm. */
export const log: Unary = inexact("log", "log");
/** log(1 + x), exact near 0. */
export const log1p: Unary = inexact("log1p", "log1p");
/** Square root. */
export const sqrt: Unary = inexact("sqrt", "sqrt");
/** Hyperbolic tangent. */
export const tanh: Unary = inexact("tanh", "tanh");
/** Sine of an angle in radians. */
export const sin: Unary = inexact("sin", "sin");
/** Cosine of an angle in radians. */
export const cos: Unary = inexact("cos", "cos");
/** Tangent of an angle in radians. */
export const tan: Unary = inexact("tan", "tan");
/** x · x; its derivative is 2x. */
export const square: Unary = define("jax.numpy", "square(@x, /)", (x: ArrayLike) => {
  const value = asArray(x, "square");
  return unaryOp("square", value.dtype === "bool" ? convert(value, "int32") : value);
});
/** −1, 0 or 1 by the sign of each element; its derivative is 0. */
export const sign: Unary = keeping("sign", "sign");
/** The same with the other sign. */
export const negative: Unary = define(
  "jax.numpy",
  "negative(@x, /, *, out!=None, where!=None)",
  (x: ArrayLike) => unaryOp("neg", asArray(x, "negative")),
  { ufunc: true },
);
/** Absolute value; its derivative is the sign, 0 at 0. */
export const abs: Unary = keeping("abs", "abs");
/** Absolute value, by its longer name. */
export const absolute: Unary = keeping("absolute", "abs");
/** The largest whole number that is not above x. */
export const floor: Unary = rounding("floor", "floor");
/** The smallest whole number that is not below x. */
export const ceil: Unary = rounding("ceil", "ceil");

/** The nearest whole number, halves to even; with `decimals`, the nearest multiple of 10^−decimals. */
export const round: (a: ArrayLike, decimals?: number | { decimals?: number }) => JaxArray = define(
  "jax.numpy",
  "round(@a, decimals=0, out!=None)",
  (a: ArrayLike, decimals = 0) => {
    const value = asArray(a, "round");
    if (!isFloating(value.dtype) && decimals < 0)
      throw new NotImplementedError("integer np.round not implemented for decimals < 0");
    if (!isFloating(value.dtype)) return value;
    if (decimals === 0) return unaryOp("round", value);
    const factor = constLike(value, 10 ** decimals);
    return binaryOp("div", unaryOp("round", binaryOp("mul", value, factor)), factor);
  },
);
/** 1 / x. */
export const reciprocal: Unary = define("jax.numpy", "reciprocal(@x, /)", (x: ArrayLike) => {
  const [value] = promotedInexact([asArray(x, "reciprocal")]);
  return integerPow(value, -1);
});
/** True where an element is not a number. */
export const isnan: Unary = define("jax.numpy", "isnan(@x, /)", (x: ArrayLike) => {
  const value = asArray(x, "isnan");
  return binaryOp("ne", value, value);
});
/** True where an element is neither infinite nor NaN. */
export const isfinite: Unary = define("jax.numpy", "isfinite(@x, /)", (x: ArrayLike) => {
  const [value] = promotedInexact([asArray(x, "isfinite")]);
  return unaryOp("is_finite", value);
});
/** True where an element is +∞ or −∞. */
export const isinf: Unary = define("jax.numpy", "isinf(@x, /)", (x: ArrayLike) => {
  const value = asArray(x, "isinf");
  return binaryOp("eq", unaryOp("abs", value), constLike(value, Infinity));
});
/** Logical not. */
export const logicalNot: Unary = define("jax.numpy", "logical_not(@x, /)", (x: ArrayLike) =>
  unaryOp("not", truth(asArray(x, "logical_not"))),
);
/** Logical and. */
export const logicalAnd: Binary = logical("logical_and", "and");
/** Logical or. */
export const logicalOr: Binary = logical("logical_or", "or");

/** x1 + x2, with broadcasting. */
export const add: Binary = binary("add", "add");
/** x1 − x2, with broadcasting. */
export const subtract: Binary = binary("subtract", "sub");
/** x1 · x2 element by element, with broadcasting. */
export const multiply: Binary = binary("multiply", "mul");
/** The larger of two values; at a tie the gradient goes half to each. */
export const maximum: Binary = binary("maximum", "max");
/** The smaller of two values; at a tie the gradient goes half to each. */
export const minimum: Binary = binary("minimum", "min");
/** x1 = x2, element by element. */
export const equal: Binary = comparison("equal", "eq");
/** x1 ≠ x2, element by element. */
export const notEqual: Binary = comparison("not_equal", "ne");
/** x1 < x2, element by element. */
export const less: Binary = comparison("less", "lt");
/** x1 ≤ x2, element by element. */
export const lessEqual: Binary = comparison("less_equal", "le");
/** x1 > x2, element by element. */
export const greater: Binary = comparison("greater", "gt");
/** x1 ≥ x2, element by element. */
export const greaterEqual: Binary = comparison("greater_equal", "ge");

/** x1 / x2; integers give float32. */
export const divide: Binary = inexactBinary("divide", "div");
/** x1 / x2, by its longer name. */
export const trueDivide: Binary = inexactBinary("true_divide", "div");
/** The angle of the point (x2, x1), from −π to π. */
export const arctan2: Binary = inexactBinary("arctan2", "atan2");

/** The remainder with the sign of x2, as Python's `%`. */
export const remainder: Binary = define(
  "jax.numpy",
  "remainder(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promoted([asArray(x1, "remainder"), asArray(x2, "remainder", 1)]);
    const [x, divisor] = broadcasted(
      pair.map((each) => (each.dtype === "bool" ? convert(each, "int32") : each)),
    );
    const y = integerDivisor(divisor);
    const rest = binaryOp("rem", x, y);
    const zero = constLike(rest, 0);
    const otherSign = binaryOp("ne", binaryOp("lt", rest, zero), binaryOp("lt", y, zero));
    const shifts = binaryOp("and", otherSign, binaryOp("ne", rest, zero));
    return select(shifts, rest, binaryOp("add", rest, y));
  },
);
/** The remainder with the sign of x2, by its shorter name. */
export const mod: Binary = alias("jax.numpy", "mod", remainder);

/** The whole number that an exponent is known to be; null for an array, a fraction, or what is traced. */
function wholeNumber(x: ArrayLike): number | null {
  if (typeof x === "number") return Number.isInteger(x) ? x : null;
  const isKnown = x instanceof ConcreteArray && x.shape.length === 0 && isInteger(x.dtype);
  return isKnown ? x.values()[0] : null;
}

/**
 * x1 to the power x2. A whole number as exponent means repeated multiplication, so negative bases
 * work and the derivative is exact; other exponents go through the general power.
 */
export const power: Binary = define(
  "jax.numpy",
  "power(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const base = asArray(x1, "power");
    const whole = wholeNumber(x2);
    if (whole !== null) {
      const type = promoteToNumeric(base);
      return integerPow(convert(base, type.dtype, type.weak), whole);
    }
    const exponent = asArray(x2, "power", 1);
    const { dtype, weak } = promotePower(base, exponent, false);
    // A whole exponent of a float stays one: the derivative in the base knows of it.
    const isWhole = isFloating(base.dtype) && isInteger(exponent.dtype);
    const [x, y] = ranked(
      convert(base, dtype, weak),
      isWhole ? exponent : convert(exponent, dtype, weak),
    );
    return binaryOp("pow", x, y);
  },
);
/** x1 to the power x2, by its shorter name. */
export const pow: Binary = alias("jax.numpy", "pow", power);

/** 0 for +∞, so that differences are numbers. */
export function withoutInfinity(x: JaxArray): JaxArray {
  return select(binaryOp("eq", x, constLike(x, Infinity)), x, fullLike(x, 0));
}

/** log(exp(x) + exp(y)) in some base without overflow; its slopes are the shares of both in the sum. */
export function logOfSum(
  name: string,
  base: "exp" | "exp2",
  tailOf: (x: JaxArray) => JaxArray,
): (args: readonly JaxArray[]) => JaxArray {
  const share = (x: JaxArray, total: JaxArray): JaxArray =>
    unaryOp(base, binaryOp("sub", withoutInfinity(x), withoutInfinity(total)));
  return withOwnJvp(
    name,
    ([x, y]) => {
      const delta = binaryOp("sub", x, y);
      const tail = tailOf(unaryOp(base, unaryOp("neg", unaryOp("abs", delta))));
      const sum = binaryOp("add", binaryOp("max", x, y), tail);
      // NaN, or both infinite with the same sign.
      return select(binaryOp("ne", delta, delta), sum, binaryOp("add", x, y));
    },
    ([x, y], [tx, ty], total) =>
      binaryOp("add", binaryOp("mul", tx, share(x, total)), binaryOp("mul", ty, share(y, total))),
  );
}

const naturalLogOfSum = logOfSum("logaddexp", "exp", (x) => unaryOp("log1p", x));
/** log(exp(x1) + exp(x2)) without overflow; at a tie the gradient goes half to each. */
export const logaddexp: Binary = define(
  "jax.numpy",
  "logaddexp(@x1, @x2, /, *, out!=None, where!=None)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promotedInexact([asArray(x1, "logaddexp"), asArray(x2, "logaddexp", 1)]);
    return naturalLogOfSum(broadcasted(pair));
  },
  { ufunc: true },
);

interface ClipOptions {
  min?: ArrayLike | null;
  max?: ArrayLike | null;
}
/** Values limited to [min, max]; either bound may be left out. */
export const clip: (
  arr: ArrayLike,
  min?: ArrayLike | null | ClipOptions,
  max?: ArrayLike | null | ClipOptions,
) => JaxArray = define(
  "jax.numpy",
  "clip(@arr=None, /, @min=None, @max=None)",
  (arr: ArrayLike, min?: ArrayLike | null, max?: ArrayLike | null) => {
    const x = asArray(arr, "clip");
    const low = min === null || min === undefined ? null : asArray(min, "maximum", 1);
    const high = max === null || max === undefined ? null : asArray(max, "minimum", 1);
    const limits = [low, high].filter((limit) => limit !== null);
    const run: FlatFunction = ([value, ...rest]) => {
      const least = low === null ? value : maximum(rest[0], value);
      return [high === null ? least : minimum(rest[rest.length - 1], least)];
    };
    return namedStep("clip", [x, ...limits], run, low === null ? "high" : "low")[0];
  },
);

interface WhereOptions {
  /** How many places to give if there are no values; needed where the condition is traced. */
  size?: number | null;
  fillValue?: ArrayLike | readonly number[] | null;
}
/**
 * x where the condition is true, else y; all three broadcast. Without x and y the positions of what is
 * not zero, one array per axis, as `nonzero` gives them.
 */
export const where: {
  (condition: ArrayLike, x: ArrayLike, y: ArrayLike): JaxArray;
  (condition: ArrayLike, options?: WhereOptions): JaxArray[];
} = define(
  "jax.numpy",
  "where(@condition, @x=None, @y=None, /, *, size=None, @fill_value=None)",
  (
    condition: ArrayLike,
    x?: ArrayLike | null,
    y?: ArrayLike | null,
    size?: number | null,
    fillValue?: WhereOptions["fillValue"],
  ) => {
    if ((x ?? null) === null && (y ?? null) === null)
      return placesOf(asArray(condition, "where"), { size, fillValue });
    const given = [asArray(condition, "where"), asArray(x, "where", 1), asArray(y, "where", 2)];
    return namedStep("_where", given, ([test, ...choices]) => {
      const [ifTrue, ifFalse] = promoted(choices);
      const [predicate, yes, no] = broadcasted([truth(test), ifTrue, ifFalse]);
      return [select(predicate, no, yes)];
    })[0];
  },
);
