import type { JaxArray } from "../array/array";
import { withOwnJvp } from "../core/with-own-jvp";
import { binaryOp, constLike, fullLike, select, unaryOp } from "../core/ops";
import { inexact, onFloats, type Binary, type Unary } from "./elementwise-kinds";
import { arctan2 } from "./elementwise";
import { alias } from "./function-table";

/** Hyperbolic sine. */
export const sinh: Unary = inexact("sinh", "sinh");
/** Hyperbolic cosine. */
export const cosh: Unary = inexact("cosh", "cosh");
/** The angle whose sine is x, in radians from −π/2 to π/2; NaN outside [−1, 1]. */
export const arcsin: Unary = inexact("arcsin", "asin");
/** The angle whose cosine is x, in radians from 0 to π; NaN outside [−1, 1]. */
export const arccos: Unary = inexact("arccos", "acos");
/** The angle whose tangent is x, in radians from −π/2 to π/2. */
export const arctan: Unary = inexact("arctan", "atan");
/** Inverse of the hyperbolic sine. */
export const arcsinh: Unary = inexact("arcsinh", "asinh");
/** Inverse of the hyperbolic cosine; NaN below 1. */
export const arccosh: Unary = inexact("arccosh", "acosh");
/** Inverse of the hyperbolic tangent; NaN outside [−1, 1]. */
export const arctanh: Unary = inexact("arctanh", "atanh");

/** The array API's name of arcsin. */
export const asin: Unary = alias("jax.numpy", "asin", arcsin);
/** The array API's name of arccos. */
export const acos: Unary = alias("jax.numpy", "acos", arccos);
/** The array API's name of arctan. */
export const atan: Unary = alias("jax.numpy", "atan", arctan);
/** The array API's name of arcsinh. */
export const asinh: Unary = alias("jax.numpy", "asinh", arcsinh);
/** The array API's name of arccosh. */
export const acosh: Unary = alias("jax.numpy", "acosh", arccosh);
/** The array API's name of arctanh. */
export const atanh: Unary = alias("jax.numpy", "atanh", arctanh);
/** The array API's name of arctan2. */
export const atan2: Binary = alias("jax.numpy", "atan2", arctan2);

/** Degrees as radians. */
export const deg2rad: Unary = onFloats("deg2rad", (x) =>
  binaryOp("mul", x, constLike(x, Math.PI / 180)),
);
/** Radians as degrees. */
export const rad2deg: Unary = onFloats("rad2deg", (x) =>
  binaryOp("mul", x, constLike(x, 180 / Math.PI)),
);
/** Degrees as radians, by its longer name. */
export const radians: Unary = alias("jax.numpy", "radians", deg2rad);
/** Radians as degrees, by its longer name. */
export const degrees: Unary = alias("jax.numpy", "degrees", rad2deg);

/** sin(πx) / πx, and 1 at 0. */
export const sinc: Unary = onFloats("sinc", (x) => {
  const isZero = binaryOp("eq", x, constLike(x, 0));
  const angle = binaryOp("mul", constLike(x, Math.PI), x);
  const safe = select(isZero, angle, fullLike(x, 1));
  return select(isZero, binaryOp("div", unaryOp("sin", safe), safe), sincAt0(0, angle));
});

/** The derivative of order `order` of sin(x) / x at 0, in the shape of x: what Maclaurin's series has of it. */
function sincAt0(order: number, x: JaxArray): JaxArray {
  const value = order % 2 === 0 ? (-1) ** (order / 2) / (order + 1) : 0;
  return withOwnJvp(
    "_sinc_maclaurin",
    ([at]) => binaryOp("add", binaryOp("mul", at, constLike(at, 0)), constLike(at, value)),
    ([at], [t]) => binaryOp("mul", sincAt0(order + 1, at), t),
  )([x]);
}
