/**
 * The primitives that are functions of one number. A name and its row are all that there is to write for one:
 * the tables of rules take the rest from them.
 */
import { erfInv } from "../../prng/erf-inv";
import { i0e, i1e } from "./bessel";
import { erf, erfc } from "./erf";
import { digamma, lgamma } from "./gamma";

export const UNARY = [
  "neg",
  "exp",
  "expm1",
  "log",
  "log1p",
  "sqrt",
  "rsqrt",
  "tanh",
  "logistic",
  "sin",
  "cos",
  "tan",
  "abs",
  "sign",
  "floor",
  "ceil",
  "round",
  "erf",
  "exp2",
  "cbrt",
  "sinh",
  "cosh",
  "asin",
  "acos",
  "atan",
  "asinh",
  "acosh",
  "atanh",
  "erfc",
  "erf_inv",
  "lgamma",
  "digamma",
  "bessel_i0e",
  "bessel_i1e",
  "is_finite",
  "not",
  "square",
  "relu",
  "stop_gradient",
] as const;
export type UnaryName = (typeof UNARY)[number];

/** What slopes are made of: of arrays where derivatives are taken, of numbers where a test compares them. */
export interface Calculus<T> {
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  neg(x: T): T;
  unary(name: UnaryName, x: T): T;
  polygamma(m: T, x: T): T;
  /** A number of the type of `x`. */
  like(x: T, value: number): T;
}

export interface UnaryRow {
  /** Computes it on the host, in double precision: storing the result rounds. NaN goes through all. */
  readonly formula: (x: number) => number;
  /** The same of whole numbers or of booleans, where that is something else. */
  readonly ofIntegers?: (x: number) => number;
  readonly ofBooleans?: (x: number) => number;
  /** Body of a GLSL function of the float `x`, NaN set apart; without one the host computes. */
  readonly glsl?: string;
  /** tfjs's kernel, where it keeps the facade's accuracy on a backend without shaders. */
  readonly kernel?: string;
  /** The dtypes that it takes in JAX's words, where these are not all floats; "any" refuses none but keys. */
  readonly accepts?: "any" | "floating" | "integer, bool" | "integer, floating, complexfloating";
  /**
   * f′(x), given x and y = f(x); "flat" if it is 0 wherever there is one. A derivative that JAX computes in
   * another way than t · f′(x) has a rule of its own in core/jvp-rules.
   */
  readonly slope: (<T>(x: T, y: T, by: Calculus<T>) => T) | "flat" | "own rule";
}

function roundHalfEven(x: number): number {
  const near = Math.round(x);
  return near - x === 0.5 && near % 2 !== 0 ? near - 1 : near;
}

function square<T>(x: T, by: Calculus<T>): T {
  return by.unary("square", x);
}

/** e^(−x²) · 2/√π, the slope of erf. */
function bell<T>(x: T, by: Calculus<T>): T {
  return by.mul(by.like(x, 2 / Math.sqrt(Math.PI)), by.unary("exp", by.neg(square(x, by))));
}

const ROWS = {
  neg: {
    formula: (x) => -x,
    glsl: "return -x;",
    accepts: "integer, floating, complexfloating",
    slope: "own rule",
  },
  exp: { formula: Math.exp, glsl: "return exp(x);", slope: (_, y) => y },
  expm1: {
    formula: Math.expm1,
    glsl: "return abs(x) < 0.5 ? expm1Small(x) : exp(x) - 1.0;",
    slope: (_, y, by) => by.add(y, by.like(y, 1)),
  },
  log: {
    formula: Math.log,
    glsl: "if (x == 0.0) return -1.0 / 0.0; if (x < 0.0) return NAN; return x > 0.5 && x < 1.5 ? log1pSmall(x - 1.0) : log(x);",
    slope: "own rule",
  },
  log1p: {
    formula: Math.log1p,
    glsl: "if (x == -1.0) return -1.0 / 0.0; if (x < -1.0) return NAN; return abs(x) < 0.5 ? log1pSmall(x) : log(1.0 + x);",
    slope: "own rule",
  },
  sqrt: {
    formula: Math.sqrt,
    glsl: "return x < 0.0 ? NAN : sqrt(x);",
    slope: (x, y, by) => by.div(by.like(x, 0.5), y),
  },
  rsqrt: {
    formula: (x) => 1 / Math.sqrt(x),
    glsl: "return x < 0.0 ? NAN : 1.0 / sqrt(x);",
    slope: (x, y, by) => by.mul(by.like(x, -0.5), by.div(y, x)),
  },
  tanh: {
    formula: Math.tanh,
    glsl: `float a = abs(x);
    float t = a < 0.25 ? expm1Small(-2.0 * a) : exp(-2.0 * a) - 1.0;
    return sign(x) * (-t / (2.0 + t));`,
    // (1 + y)(1 − y): as JAX rounds it.
    slope: (_, y, by) => by.mul(by.add(y, by.like(y, 1)), by.sub(by.like(y, 1), y)),
  },
  logistic: {
    formula: (x) => 1 / (1 + Math.exp(-x)),
    glsl: "return 1.0 / (1.0 + exp(-x));",
    slope: (_, y, by) => by.mul(y, by.sub(by.like(y, 1), y)),
  },
  sin: {
    formula: Math.sin,
    glsl: "return sinCos(x).x;",
    slope: (x, _, by) => by.unary("cos", x),
  },
  cos: {
    formula: Math.cos,
    glsl: "return sinCos(x).y;",
    slope: (x, _, by) => by.neg(by.unary("sin", x)),
  },
  tan: {
    formula: Math.tan,
    glsl: "vec2 sc = sinCos(x); return sc.x / sc.y;",
    slope: (_, y, by) => by.add(by.like(y, 1), square(y, by)),
  },
  abs: {
    formula: Math.abs,
    glsl: "return abs(x);",
    accepts: "any",
    slope: "own rule",
  },
  sign: {
    formula: Math.sign,
    glsl: "return sign(x);",
    accepts: "integer, floating, complexfloating",
    slope: "flat",
  },
  floor: {
    formula: Math.floor,
    glsl: "return floor(x);",
    accepts: "floating",
    slope: "flat",
  },
  ceil: {
    formula: Math.ceil,
    glsl: "return ceil(x);",
    accepts: "floating",
    slope: "flat",
  },
  round: {
    formula: roundHalfEven,
    glsl: "return roundEven(x);",
    accepts: "floating",
    slope: "flat",
  },
  erf: {
    formula: erf,
    glsl: "return erfOf(x);",
    accepts: "floating",
    slope: (x, _, by) => bell(x, by),
  },
  // 2^x · ln 2
  exp2: { formula: (x) => 2 ** x, slope: (x, y, by) => by.mul(by.like(x, Math.LN2), y) },
  cbrt: { formula: Math.cbrt, accepts: "floating", slope: "own rule" },
  sinh: { formula: Math.sinh, slope: (x, _, by) => by.unary("cosh", x) },
  cosh: { formula: Math.cosh, slope: (x, _, by) => by.unary("sinh", x) },
  // 1/√(1 − x²)
  asin: {
    formula: Math.asin,
    slope: (x, _, by) => by.unary("rsqrt", by.sub(by.like(x, 1), square(x, by))),
  },
  acos: {
    formula: Math.acos,
    slope: (x, _, by) => by.neg(by.unary("rsqrt", by.sub(by.like(x, 1), square(x, by)))),
  },
  // 1/(1 + x²)
  atan: {
    formula: Math.atan,
    slope: (x, _, by) => by.div(by.like(x, 1), by.add(square(x, by), by.like(x, 1))),
  },
  asinh: {
    formula: Math.asinh,
    slope: (x, _, by) => by.unary("rsqrt", by.add(square(x, by), by.like(x, 1))),
  },
  // 1/√(x² − 1)
  acosh: {
    formula: Math.acosh,
    slope: (x, _, by) => by.unary("rsqrt", by.sub(square(x, by), by.like(x, 1))),
  },
  // 1/(1 − x²)
  atanh: {
    formula: Math.atanh,
    slope: (x, _, by) =>
      by.div(by.div(by.like(x, 1), by.add(x, by.like(x, 1))), by.sub(by.like(x, 1), x)),
  },
  erfc: { formula: erfc, accepts: "floating", slope: (x, _, by) => by.neg(bell(x, by)) },
  // √π/2 · e^(y²)
  erf_inv: {
    formula: erfInv,
    accepts: "floating",
    slope: (x, y, by) => by.mul(by.like(x, Math.sqrt(Math.PI) / 2), by.unary("exp", square(y, by))),
  },
  lgamma: { formula: lgamma, accepts: "floating", slope: (x, _, by) => by.unary("digamma", x) },
  digamma: {
    formula: digamma,
    accepts: "floating",
    slope: (x, _, by) => by.polygamma(by.like(x, 1), x),
  },
  // I₀′ = I₁, and e^−|x| falls by itself on both sides of 0.
  bessel_i0e: {
    formula: i0e,
    glsl: "return besselI0e(x);",
    accepts: "floating",
    slope: (x, y, by) => by.sub(by.unary("bessel_i1e", x), by.mul(by.unary("sign", x), y)),
  },
  bessel_i1e: {
    formula: i1e,
    glsl: "return besselI1e(x);",
    accepts: "floating",
    slope: "own rule",
  },
  is_finite: { formula: (x) => (Number.isFinite(x) ? 1 : 0), slope: "flat" },
  not: {
    formula: (x) => ~x,
    ofBooleans: (x) => 1 - x,
    glsl: "return 1.0 - x;",
    accepts: "integer, bool",
    slope: "flat",
  },
  square: {
    formula: (x) => x * x,
    ofIntegers: (x) => Math.imul(x, x),
    glsl: "return x * x;",
    accepts: "any",
    slope: (x, _, by) => by.mul(by.like(x, 2), x),
  },
  relu: {
    formula: (x) => Math.max(x, 0),
    glsl: "return x > 0.0 ? x : 0.0;",
    accepts: "any",
    slope: "own rule",
  },
  stop_gradient: { formula: (x) => x, glsl: "return x;", accepts: "any", slope: "flat" },
} satisfies { readonly [P in UnaryName]: UnaryRow };

export const UNARY_ROWS: { readonly [P in UnaryName]: UnaryRow } = ROWS;

/** Those whose derivative has a rule of its own. */
export type OwnRuleName = {
  [P in UnaryName]: (typeof ROWS)[P]["slope"] extends "own rule" ? P : never;
}[UnaryName];
