import { NotImplementedError, ValueError } from "../base/errors";
import type { JaxArray } from "../array/array";
import { add, binaryOp, constLike, div, mul, neg, sub, unaryOp } from "./ops";
import type { UnaryName } from "../array/primitives";

type Tangent = JaxArray | null;
type Rule = (
  primals: readonly JaxArray[],
  tangents: readonly Tangent[],
) => readonly [JaxArray, Tangent];

/** y = f(x) with the tangent t · f'(x); `slope` gets x and y. */
export function smooth(name: UnaryName, slope: (x: JaxArray, y: JaxArray) => JaxArray): Rule {
  return ([x], [t]) => {
    const y = unaryOp(name, x);
    return [y, t && mul(t, slope(x, y))];
  };
}

function one(x: JaxArray): JaxArray {
  return constLike(x, 1);
}
function square(x: JaxArray): JaxArray {
  return unaryOp("square", x);
}

/** e^(−x²) · 2/√π, the slope of erf. */
function bell(x: JaxArray): JaxArray {
  return mul(constLike(x, 2 / Math.sqrt(Math.PI)), unaryOp("exp", neg(square(x))));
}

/** Derivatives of the rarer functions of one float; the formula stands beside each. */
export const specialJvpRules = {
  // 2^x · ln 2
  exp2: smooth("exp2", (x, y) => mul(constLike(x, Math.LN2), y)),
  // ∛x / 3x
  cbrt: smooth("cbrt", (x, y) => mul(constLike(x, 1 / 3), div(y, x))),
  sinh: smooth("sinh", (x) => unaryOp("cosh", x)),
  cosh: smooth("cosh", (x) => unaryOp("sinh", x)),
  // 1/√(1 − x²)
  asin: smooth("asin", (x) => unaryOp("rsqrt", sub(one(x), square(x)))),
  acos: smooth("acos", (x) => neg(unaryOp("rsqrt", sub(one(x), square(x))))),
  // 1/(1 + x²)
  atan: smooth("atan", (x) => div(one(x), add(square(x), one(x)))),
  asinh: smooth("asinh", (x) => unaryOp("rsqrt", add(square(x), one(x)))),
  // 1/√((x − 1)(x + 1))
  acosh: smooth("acosh", (x) => unaryOp("rsqrt", mul(sub(x, one(x)), add(x, one(x))))),
  // 1/(1 − x²)
  atanh: smooth("atanh", (x) => div(div(one(x), add(x, one(x))), sub(one(x), x))),
  erf: smooth("erf", bell),
  erfc: smooth("erfc", (x) => neg(bell(x))),
  // √π/2 · e^(y²)
  erf_inv: smooth("erf_inv", (x, y) =>
    mul(constLike(x, Math.sqrt(Math.PI) / 2), unaryOp("exp", square(y))),
  ),
  lgamma: smooth("lgamma", (x) => unaryOp("digamma", x)),
  digamma: smooth("digamma", (x) => binaryOp("polygamma", constLike(x, 1), x)),
} as const;

/** d polygamma(m, x) = polygamma(m + 1, x) · dx */
export const polygammaRule: Rule = ([m, x], [tm, tx]) => {
  if (tm !== null) throw new ValueError("polygamma gradient with respect to m is not supported");
  const out = binaryOp("polygamma", m, x);
  return [out, tx && mul(tx, binaryOp("polygamma", add(m, one(m)), x))];
};

/** JAX has no derivative of zeta either. */
export const zetaRule: Rule = ([x, q], [tx, tq]) => {
  if (tx !== null || tq !== null)
    throw new NotImplementedError("Differentiation rule for 'zeta' not implemented");
  return [binaryOp("zeta", x, q), null];
};
