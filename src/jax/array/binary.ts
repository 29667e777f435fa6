/** The primitives that are functions of two numbers: a name and its row for each. */
import { polygamma, zeta } from "./zeta";

export const ARITHMETIC = [
  "add",
  "sub",
  "mul",
  "div",
  "pow",
  "max",
  "min",
  "rem",
  "atan2",
  "zeta",
  "polygamma",
  "and",
  "or",
  "xor",
] as const;
export const COMPARISON = ["eq", "ne", "lt", "le", "gt", "ge"] as const;
export type ComparisonName = (typeof COMPARISON)[number];
export type BinaryName = (typeof ARITHMETIC)[number] | ComparisonName;

type Formula = (a: number, b: number) => number;

export interface BinaryRow {
  /** Computes it on the host, in double precision: storing the result rounds. */
  readonly formula: Formula;
  /** The same of whole numbers, where that is something else: they wrap around when stored. */
  readonly ofIntegers?: Formula;
  /** Body of a GLSL function of the floats `a` and `b`, bools being 0 and 1; without one the host computes. */
  readonly glsl?: string;
  /** tfjs's kernel, where it keeps the facade's accuracy on a backend without shaders. */
  readonly kernel?: string;
}

/** As JAX: by the six lowest bits of the exponent, which are more than any result of 32 bits needs. */
function integerPower(a: number, b: number): number {
  let result = a === 0 && b !== 0 ? 0 : 1;
  for (let bit = 0, factor = a; bit < 6; bit++) {
    if (((b >> bit) & 1) === 1) result = Math.imul(result, factor);
    factor = Math.imul(factor, factor);
  }
  return result;
}

/** 1 to any power, and −1 to an infinite one, is 1, as in C. */
function power(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;
}

export const BINARY_ROWS: { readonly [P in BinaryName]: BinaryRow } = {
  add: { formula: (a, b) => a + b, glsl: "return a + b;" },
  sub: { formula: (a, b) => a - b, glsl: "return a - b;" },
  mul: {
    formula: (a, b) => a * b,
    ofIntegers: Math.imul,
    glsl: "return a * b;",
  },
  div: {
    formula: (a, b) => a / b,
    // Truncates, and by zero gives what XLA on CPU gives.
    ofIntegers: (a, b) => (b === 0 ? -1 : Math.trunc(a / b)),
    glsl: "return a / b;",
  },
  pow: { formula: power, ofIntegers: integerPower },
  max: {
    formula: Math.max,
    glsl: "return isnan(a) ? a : (isnan(b) ? b : max(a, b));",
  },
  min: {
    formula: Math.min,
    glsl: "return isnan(a) ? a : (isnan(b) ? b : min(a, b));",
  },
  rem: { formula: (a, b) => a % b, ofIntegers: (a, b) => (b === 0 ? a : a % b) },
  atan2: { formula: Math.atan2 },
  zeta: { formula: zeta },
  polygamma: { formula: polygamma },
  and: { formula: (a, b) => a & b, glsl: "return a * b;" },
  or: { formula: (a, b) => a | b, glsl: "return max(a, b);" },
  xor: { formula: (a, b) => a ^ b, glsl: "return abs(a - b);" },
  eq: { formula: (a, b) => (a === b ? 1 : 0), glsl: "return float(a == b);" },
  ne: { formula: (a, b) => (a !== b ? 1 : 0), glsl: "return float(a != b);" },
  lt: { formula: (a, b) => (a < b ? 1 : 0), glsl: "return float(a < b);" },
  le: { formula: (a, b) => (a <= b ? 1 : 0), glsl: "return float(a <= b);" },
  gt: { formula: (a, b) => (a > b ? 1 : 0), glsl: "return float(a > b);" },
  ge: { formula: (a, b) => (a >= b ? 1 : 0), glsl: "return float(a >= b);" },
};
