import type { BinaryName, UnaryName } from "../../../array/primitives";
import { digamma, erf, erfc, erfInv, lgamma, polygamma, zeta } from "./special";

/** Round to the nearest whole number, halves to even. */
function toEven(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** The unary primitives on one number. */
export const UNARY_FORMULAS: { readonly [P in UnaryName]: (x: number) => number } = {
  neg: (x) => -x,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  rsqrt: (x) => x ** -0.5,
  tanh: Math.tanh,
  logistic: (x) => 0.5 + 0.5 * Math.tanh(x / 2),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: toEven,
  erf,
  exp2: (x) => 2 ** x,
  cbrt: Math.cbrt,
  sinh: Math.sinh,
  cosh: Math.cosh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  erfc,
  erf_inv: erfInv,
  lgamma,
  digamma,
  is_finite: (x) => Number(Number.isFinite(x)),
  not: (x) => ~x,
  square: (x) => x ** 2,
  relu: (x) => (x > 0 ? x : 0),
  stop_gradient: (x) => x,
};

/** The binary primitives on two numbers. */
export const BINARY_FORMULAS: { readonly [P in BinaryName]: (a: number, b: number) => number } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => a ** b,
  max: Math.max,
  min: Math.min,
  rem: (a, b) => a % b,
  atan2: Math.atan2,
  zeta,
  polygamma,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
};
