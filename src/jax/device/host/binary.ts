import type { BinaryName } from "../../array/primitives";
import type { HostData } from "../../array/host-data";
import { polygamma, zeta } from "./zeta";

type Formula = (a: number, b: number) => number;

function max(a: number, b: number): number {
  return a > b || a !== a ? a : b;
}
function min(a: number, b: number): number {
  return a < b || a !== a ? a : b;
}
const COMMON = {
  eq: (a: number, b: number) => (a === b ? 1 : 0),
  ne: (a: number, b: number) => (a !== b ? 1 : 0),
  lt: (a: number, b: number) => (a < b ? 1 : 0),
  le: (a: number, b: number) => (a <= b ? 1 : 0),
  gt: (a: number, b: number) => (a > b ? 1 : 0),
  ge: (a: number, b: number) => (a >= b ? 1 : 0),
  max,
  min,
  and: (a: number, b: number) => a & b,
  or: (a: number, b: number) => a | b,
  xor: (a: number, b: number) => a ^ b,
};

const FLOAT: { readonly [P in BinaryName]: Formula } = {
  ...COMMON,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => (a === 1 ? 1 : a ** b),
  rem: (a, b) => a % b,
  atan2: Math.atan2,
  zeta,
  polygamma,
};

/** Integers wrap around when stored; division truncates, and by zero gives what XLA on CPU gives. */
const INT: { readonly [P in BinaryName]: Formula } = {
  ...COMMON,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: Math.imul,
  div: (a, b) => (b === 0 ? -1 : Math.trunc(a / b)),
  pow: integerPower,
  rem: (a, b) => (b === 0 ? a : a % b),
  atan2: Math.atan2,
  zeta,
  polygamma,
};

function integerPower(a: number, b: number): number {
  if (b < 0) return a === 1 ? 1 : a === -1 ? (b % 2 === 0 ? 1 : -1) : 0;
  let result = 1;
  for (let left = b, factor = a; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = Math.imul(result, factor);
    factor = Math.imul(factor, factor);
  }
  return result;
}

/**
 * Applies a binary primitive elementwise. Each operand is as long as `out` or has one element;
 * other broadcasts are expanded before.
 */
export function hostBinary(prim: BinaryName, a: HostData, b: HostData, out: HostData): HostData {
  const isFloat = a instanceof Float32Array;
  if (isFloat && a.length === out.length) {
    if (b.length === out.length && sameLength(prim, a, b, out)) return out;
    if (b.length === 1 && withNumber(prim, a, b[0], out)) return out;
  }
  const formula = isFloat ? FLOAT[prim] : INT[prim];
  const n = out.length;
  if (a.length === n && b.length === n) for (let i = 0; i < n; i++) out[i] = formula(a[i], b[i]);
  else if (b.length === 1) {
    const y = b[0];
    for (let i = 0; i < n; i++) out[i] = formula(a[i], y);
  } else {
    const x = a[0];
    for (let i = 0; i < n; i++) out[i] = formula(x, b[i]);
  }
  return out;
}

/** The hot operations with their own loops, which an engine compiles to straight code. */
function sameLength(prim: BinaryName, a: HostData, b: HostData, out: HostData): boolean {
  const n = out.length;
  if (prim === "add") for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
  else if (prim === "sub") for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
  else if (prim === "mul") for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
  else return false;
  return true;
}

/** The same where the second operand is one number. */
function withNumber(prim: BinaryName, a: HostData, y: number, out: HostData): boolean {
  const n = out.length;
  if (prim === "add") for (let i = 0; i < n; i++) out[i] = a[i] + y;
  else if (prim === "sub") for (let i = 0; i < n; i++) out[i] = a[i] - y;
  else if (prim === "mul") for (let i = 0; i < n; i++) out[i] = a[i] * y;
  else if (prim === "div") for (let i = 0; i < n; i++) out[i] = a[i] / y;
  else return false;
  return true;
}
