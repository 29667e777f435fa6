import { binaryOp, constLike, fullLike, select, unaryOp } from "../core/ops";
import { asArray, type ArrayLike } from "./as-array";
import {
  applyBinary,
  inexact,
  onFloats,
  UFUNC,
  type Binary,
  type Unary,
} from "./elementwise-kinds";
import { logOfSum } from "./elementwise";
import { define } from "./function-table";
import { broadcasted, promotedInexact } from "./promote";

/** 2 to the power of each element. */
export const exp2: Unary = inexact("exp2", "exp2");
/** Cube root; negative numbers have one too. */
export const cbrt: Unary = inexact("cbrt", "cbrt");
/** Logarithm to the base 2. */
export const log2: Unary = onFloats("log2", (x) =>
  binaryOp("div", unaryOp("log", x), constLike(x, Math.LN2)),
);
/** Logarithm to the base 10. */
export const log10: Unary = onFloats("log10", (x) =>
  binaryOp("div", unaryOp("log", x), constLike(x, Math.LN10)),
);

const binaryLogOfSum = logOfSum("logaddexp2", "exp2", (x) =>
  binaryOp("mul", constLike(x, 1 / Math.LN2), unaryOp("log1p", x)),
);
/** log₂(2^x1 + 2^x2) without overflow. */
export const logaddexp2: Binary = define(
  "jax.numpy",
  `logaddexp2${UFUNC}`,
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promotedInexact([asArray(x1, "logaddexp2"), asArray(x2, "logaddexp2", 1)]);
    return binaryLogOfSum(broadcasted(pair));
  },
  { ufunc: true },
);

/** x to the power y as floats. */
export const floatPower: Binary = define(
  "jax.numpy",
  "float_power(@x, @y, /)",
  (x: ArrayLike, y: ArrayLike) => {
    const [base, exponent] = promotedInexact([
      asArray(x, "float_power"),
      asArray(y, "float_power", 1),
    ]);
    return applyBinary("pow", base, exponent);
  },
);

/** √(x1² + x2²) without overflow. */
export const hypot: Binary = define(
  "jax.numpy",
  "hypot(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promotedInexact([asArray(x1, "hypot"), asArray(x2, "hypot", 1)]);
    const [a, b] = broadcasted(pair.map((x) => unaryOp("abs", x)));
    const isInfinite = binaryOp(
      "or",
      binaryOp("eq", a, constLike(a, Infinity)),
      binaryOp("eq", b, constLike(b, Infinity)),
    );
    const larger = binaryOp("max", a, b);
    const isZero = binaryOp("eq", larger, constLike(larger, 0));
    const ratio = binaryOp(
      "div",
      binaryOp("min", a, b),
      select(isZero, larger, fullLike(larger, 1)),
    );
    const root = unaryOp("sqrt", binaryOp("add", unaryOp("square", ratio), constLike(ratio, 1)));
    const finite = select(isZero, binaryOp("mul", larger, root), larger);
    return select(isInfinite, finite, fullLike(larger, Infinity));
  },
);
