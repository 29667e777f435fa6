import type { UnaryName } from "../../array/primitives";
import type { DType } from "../../base/dtype";
import type { HostData } from "../../array/host-data";
import { allocate } from "../../array/host-data";
import { erfInv } from "../../../prng/erf-inv";
import { erf, erfc } from "./erf";
import { digamma, lgamma } from "./gamma";

type Formula = (x: number) => number;

function roundHalfEven(x: number): number {
  const near = Math.round(x);
  return near - x === 0.5 && near % 2 !== 0 ? near - 1 : near;
}

/** The functions in double precision; storing them rounds to float32. NaN goes through all of them. */
const FLOAT: { readonly [P in UnaryName]: Formula } = {
  neg: (x) => -x,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  tanh: Math.tanh,
  logistic: (x) => 1 / (1 + Math.exp(-x)),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
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
  is_finite: (x) => (Number.isFinite(x) ? 1 : 0),
  not: (x) => ~x,
  square: (x) => x * x,
  relu: (x) => (x < 0 ? 0 : x),
  stop_gradient: (x) => x,
};

const BOOL_NOT: Formula = (x) => 1 - x;
const INT_SQUARE: Formula = (x) => Math.imul(x, x);

/** Applies a unary primitive to host values of a dtype. */
export function hostUnary(prim: UnaryName, data: HostData, dtype: DType, out: HostData): HostData {
  let formula = FLOAT[prim];
  if (!(data instanceof Float32Array)) {
    if (prim === "square") formula = INT_SQUARE;
    if (prim === "not" && dtype === "bool") formula = BOOL_NOT;
  }
  for (let i = 0; i < out.length; i++) out[i] = formula(data[i]);
  return out;
}

/** x to a whole power by repeated squaring, each product rounded as a multiplication would be. */
export function hostIntegerPow(data: HostData, dtype: DType, exponent: number): HostData {
  const isFloat = data instanceof Float32Array;
  const multiply = isFloat ? (a: number, b: number) => Math.fround(a * b) : Math.imul;
  const out = allocate(dtype, data.length);
  for (let i = 0; i < out.length; i++) {
    let result = 1;
    let factor: number = data[i];
    for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = multiply(result, factor);
      factor = multiply(factor, factor);
    }
    out[i] = exponent < 0 ? 1 / result : result;
  }
  return out;
}
