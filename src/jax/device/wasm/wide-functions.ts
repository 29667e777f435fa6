/**
 * Functions of float32 numbers, computed in float64 and rounded once: two lanes at a time, without tables. Series are
 * those of exp and artanh about zero, as long as float64 needs them for a float32 result.
 */
import type { Local, WasmCode } from "./wasm-code";
import type { VectorOperation } from "./vector-operation";

/** Leaves f of the two lanes in a local on the stack; takes locals for what comes between. */
type WideFunction = (code: WasmCode, x: Local, spare: readonly Local[]) => void;

/** f(x) of four float32 lanes, half by half. */
function ofFloats(f: WideFunction): VectorOperation {
  return (code, [x], [wide, ...spare]) => {
    code.get(x).f64x2("promote_low_f32x4").set(wide);
    f(code, wide, spare);
    code.f32x4("demote_f64x2_zero");
    code.get(x).upperHalves(spare[0]).f64x2("promote_low_f32x4").set(wide);
    f(code, wide, spare);
    code.f32x4("demote_f64x2_zero").joinHalves();
  };
}

/** c₀ + c₁ x + c₂ x² + …, from the inside out. */
function polynomial(code: WasmCode, x: Local, coefficients: readonly number[]): void {
  const [last, ...others] = [...coefficients].reverse();
  code.doubles(last);
  for (const coefficient of others) code.get(x).f64x2("mul").doubles(coefficient).f64x2("add");
}

/** Farther out e^x is beyond float32, whose bounds lie at −104 and 89; its square root's reciprocal is within float64. */
const FAR = 700;
const EXP_TERMS = Array.from({ length: 11 }, (_, n) => 1 / factorial(n));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** e^x = 2^k e^r, |r| ≤ ln 2 / 2. */
const exp: WideFunction = (code, x, [k, r]) => {
  code.get(x).doubles(FAR).f64x2("min").doubles(-FAR).f64x2("max").set(r);
  code.get(r).doubles(Math.LOG2E).f64x2("mul").f64x2("nearest").set(k);
  code.get(r).get(k).doubles(Math.LN2).f64x2("mul").f64x2("sub").set(r);
  polynomial(code, r, EXP_TERMS);
  // k is added to the exponent.
  code.get(k).i32x4("trunc_sat_f64x2_s_zero").i64x2("extend_low_i32x4_s");
  code.shift("up", MANTISSA_BITS).i64x2("add");
};

const MANTISSA_BITS = 52;
const MANTISSA = new Float64Array(new BigUint64Array([(1n << 52n) - 1n]).buffer)[0];
const EXPONENT_BIAS = 1023;
/** 2 artanh f = 2 f (1 + f²/3 + f⁴/5 + …); |f| ≤ 0.172. */
const LOG_TERMS = Array.from({ length: 8 }, (_, n) => 2 / (2 * n + 1));

/** ln x = e ln 2 + ln m, m in [√½, √2], f = (m − 1) / (m + 1). */
const log: WideFunction = (code, x, [m, e, f]) => {
  code.get(x).shift("down", MANTISSA_BITS).firstOfHalves(m).f64x2("convert_low_i32x4_s");
  code.doubles(EXPONENT_BIAS).f64x2("sub").set(e);
  code.get(x).doubles(MANTISSA).v128("and").doubles(1).v128("or").set(m);
  code.doubles(Math.SQRT2).get(m).f64x2("lt").set(f);
  code.get(e).get(f).doubles(1).v128("and").f64x2("add").set(e);
  code.get(m).get(f).get(m).doubles(0.5).f64x2("mul").v128("and").f64x2("sub").set(m);
  code.get(m).doubles(1).f64x2("sub").get(m).doubles(1).f64x2("add").f64x2("div").set(f);
  code.get(f).get(f).f64x2("mul").set(m);
  code.get(e).doubles(Math.LN2).f64x2("mul");
  polynomial(code, m, LOG_TERMS);
  code.get(f).f64x2("mul").f64x2("add");
  // −∞ at 0, NaN below and of NaN, ∞ of ∞.
  code.doubles(-1).get(x).f64x2("abs").f64x2("div").get(x).f64x2("sqrt").f64x2("add");
  code.doubles(0).get(x).f64x2("lt").get(x).doubles(Infinity).f64x2("lt").v128("and");
  code.v128("bitselect");
};

/** The function where |x| is at least `bound`, a series where it would lose the digits of x. */
function nearZero(bound: number, f: WideFunction, series: WideFunction): WideFunction {
  return (code, x, spare) => {
    series(code, x, spare);
    f(code, x, spare);
    code.get(x).f64x2("abs").doubles(bound).f64x2("lt").v128("bitselect");
  };
}

/** x (c₀ + c₁ x + …). */
function timesX(coefficients: readonly number[]): WideFunction {
  return (code, x) => {
    polynomial(code, x, coefficients);
    code.get(x).f64x2("mul");
  };
}

/** f of a number made of x, which is put into the first of the spare locals. */
function after(make: (code: WasmCode, x: Local) => void, f: WideFunction): WideFunction {
  return (code, x, [made, ...spare]) => {
    make(code, x);
    code.set(made);
    f(code, made, spare);
  };
}

const SMALL = 2 ** -10;

const tanh = nearZero(
  SMALL,
  after(
    (code, x) => code.get(x).get(x).f64x2("add"),
    (code, x, spare) => {
      const [k, r, e] = spare;
      exp(code, x, [k, r]);
      code.set(e).get(e).doubles(1).f64x2("sub").get(e).doubles(1).f64x2("add").f64x2("div");
    },
  ),
  timesX([1, 0, -1 / 3]),
);

const logistic: WideFunction = (code, x, [negative, ...spare]) => {
  code.get(x).f64x2("neg").set(negative).doubles(1);
  exp(code, negative, spare);
  code.doubles(1).f64x2("add").f64x2("div");
};

const expm1 = nearZero(
  SMALL,
  (code, x, spare) => {
    exp(code, x, spare);
    code.doubles(1).f64x2("sub");
  },
  timesX([1, 1 / 2, 1 / 6, 1 / 24]),
);

const log1p = nearZero(
  SMALL,
  after((code, x) => code.get(x).doubles(1).f64x2("add"), log),
  timesX([1, -1 / 2, 1 / 3, -1 / 4]),
);

const exp2 = after((code, x) => code.get(x).doubles(Math.LN2).f64x2("mul"), exp);

export const WIDE_FUNCTIONS = {
  exp: ofFloats(exp),
  exp2: ofFloats(exp2),
  expm1: ofFloats(expm1),
  log: ofFloats(log),
  log1p: ofFloats(log1p),
  logistic: ofFloats(logistic),
  tanh: ofFloats(tanh),
} as const;
