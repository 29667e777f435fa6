import type { Primitive } from "../../array/primitives";
import type { VectorOperation } from "./vector-operation";
import type { WasmCode } from "./wasm-code";
import { WIDE_FUNCTIONS } from "./wide-functions";

const ONE = 0x3f80_0000;
const MINUS_ONE = 0xbf80_0000;
const INFINITE = 0x7f80_0000;

const lanewise =
  (name: Parameters<WasmCode["f32x4"]>[0]): VectorOperation =>
  (code, operands) => {
    for (const operand of operands) code.get(operand);
    code.f32x4(name);
  };

const bitwise =
  (name: Parameters<WasmCode["v128"]>[0]): VectorOperation =>
  (code, operands) => {
    for (const operand of operands) code.get(operand);
    code.v128(name);
  };

/** −1, 1, and zeros and NaN as they are. */
const sign: VectorOperation = (code, [x]) => {
  code.get(x);
  code.lanes(ONE).get(x).lanes(0).f32x4("gt").v128("and");
  code.lanes(MINUS_ONE).get(x).lanes(0).f32x4("lt").v128("and").v128("or");
  code.get(x).lanes(0).f32x4("eq").get(x).get(x).f32x4("ne").v128("or").v128("bitselect");
};

/** The operations that a loop computes; all else is left to JavaScript. */
export const VECTOR_OPERATIONS: { readonly [P in Primitive]?: VectorOperation } = {
  add: lanewise("add"),
  sub: lanewise("sub"),
  mul: lanewise("mul"),
  div: lanewise("div"),
  max: lanewise("max"),
  min: lanewise("min"),
  eq: lanewise("eq"),
  ne: lanewise("ne"),
  lt: lanewise("lt"),
  le: lanewise("le"),
  gt: lanewise("gt"),
  ge: lanewise("ge"),
  neg: lanewise("neg"),
  abs: lanewise("abs"),
  sqrt: lanewise("sqrt"),
  floor: lanewise("floor"),
  ceil: lanewise("ceil"),
  round: lanewise("nearest"),
  and: bitwise("and"),
  or: bitwise("or"),
  not: bitwise("not"),
  sign,
  rsqrt: (code, [x]) => code.lanes(ONE).get(x).f32x4("sqrt").f32x4("div"),
  square: (code, [x]) => code.get(x).get(x).f32x4("mul"),
  relu: (code, [x]) => code.get(x).lanes(0).f32x4("max"),
  relu_grad: (code, [x, t]) => code.get(t).get(x).lanes(0).f32x4("gt").v128("and"),
  select_n: (code, [which, no, yes]) => code.get(yes).get(no).get(which).v128("bitselect"),
  is_finite: (code, [x]) => code.get(x).f32x4("abs").lanes(INFINITE).f32x4("lt"),
  ...WIDE_FUNCTIONS,
  stop_gradient: (code, [x]) => code.get(x),
};

/** As XLA on the CPU divides by what repeats: times its reciprocal, which is rounded. */
export const timesReciprocal: VectorOperation = (code, [x, divisor], [spare]) => {
  code.get(x).lanes(ONE).get(divisor).f32x4("div").flush(spare).f32x4("mul");
};

/** Bools as numbers, and numbers as bools. */
export const boolToFloat: VectorOperation = (code, [x]) => code.get(x).lanes(ONE).v128("and");
export const floatToBool: VectorOperation = (code, [x]) => code.get(x).lanes(0).f32x4("ne");
