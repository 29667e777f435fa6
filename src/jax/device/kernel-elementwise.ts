import type { Aval, Shape } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import type { BinaryName, UnaryName } from "../array/primitives";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, runKernel } from "../array/tfjs";

/** tfjs's kernel for each function where it keeps the facade's accuracy; null: the host computes it. */
const UNARY: { readonly [P in UnaryName]: string | null } = {
  neg: "Neg",
  exp: "Exp",
  expm1: null,
  log: "Log",
  log1p: null,
  sqrt: "Sqrt",
  rsqrt: "Rsqrt",
  tanh: "Tanh",
  logistic: null,
  sin: "Sin",
  cos: "Cos",
  tan: null,
  abs: "Abs",
  sign: null,
  floor: "Floor",
  ceil: "Ceil",
  round: null,
  erf: null,
  exp2: null,
  cbrt: null,
  sinh: null,
  cosh: null,
  asin: null,
  acos: null,
  atan: null,
  asinh: null,
  acosh: null,
  atanh: null,
  erfc: null,
  erf_inv: null,
  lgamma: null,
  digamma: null,
  is_finite: null,
  not: null,
  square: "Square",
  relu: "Relu",
  stop_gradient: null,
};

const BINARY: { readonly [P in BinaryName]: string | null } = {
  add: "Add",
  sub: "Sub",
  mul: "Multiply",
  div: "RealDiv",
  max: null,
  min: null,
  eq: null,
  ne: null,
  lt: null,
  le: null,
  gt: null,
  ge: null,
  and: null,
  or: null,
  xor: null,
  pow: null,
  rem: null,
  atan2: null,
  zeta: null,
  polygamma: null,
};

/** A unary primitive by tfjs's kernel on a backend without textures; null if the host has to do it. */
export function kernelUnary(prim: UnaryName, x: ConcreteArray, out: Aval): ConcreteArray | null {
  const on = currentDevice();
  const name = UNARY[prim];
  if (on === null || name === null || x.dtype !== "float32") return null;
  const input = tensorOf(x, on);
  const info = runKernel(on, name, { x: input.info }, {});
  giveBack(on, [input]);
  return resultOf(info, on, out, x.stored);
}

/** A binary primitive by tfjs's kernel, broadcasting included; null if the host has to do it. */
export function kernelBinary(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
  stored: Shape,
): ConcreteArray | null {
  const on = currentDevice();
  const name = BINARY[prim];
  if (on === null || name === null || x.dtype !== "float32" || y.dtype !== "float32") return null;
  const inputs = [tensorOf(x, on), tensorOf(y, on)];
  const info = runKernel(on, name, { a: inputs[0].info, b: inputs[1].info }, {});
  giveBack(on, inputs);
  return resultOf(info, on, out, stored);
}
