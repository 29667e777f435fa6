import type { Primitive } from "../../../array/primitives";
import type { Local, WasmCode } from "../wasm-code";

/** Writes an operation on the vectors in some locals; the result stands on the stack. Bools are lanes of ones or zeros. */
export type LoopOperationWriter = (
  code: WasmCode,
  operands: readonly Local[],
  spare: Local,
) => void;

const ONE = 0x3f80_0000;
const MINUS_ONE = 0xbf80_0000;
const INFINITE = 0x7f80_0000;

const lanewise =
  (name: Parameters<WasmCode["f32x4"]>[0]): LoopOperationWriter =>
  (code, operands) => {
    for (const operand of operands) code.get(operand);
    code.f32x4(name);
  };

const bitwise =
  (name: Parameters<WasmCode["v128"]>[0]): LoopOperationWriter =>
  (code, operands) => {
    for (const operand of operands) code.get(operand);
    code.v128(name);
  };

/** −1, 1, and zeros and NaN as they are. */
const sign: LoopOperationWriter = (code, [x]) => {
  code.get(x);
  code.lanes(ONE).get(x).lanes(0).f32x4("gt").v128("and");
  code.lanes(MINUS_ONE).get(x).lanes(0).f32x4("lt").v128("and").v128("or");
  code.get(x).lanes(0).f32x4("eq").get(x).get(x).f32x4("ne").v128("or").v128("bitselect");
};

/** The operations that a loop computes; all else is left to JavaScript. Each rounds as XLA's on the CPU does. */
export const LOOP_OPERATIONS: { readonly [P in Primitive]?: LoopOperationWriter } = {
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
  stop_gradient: (code, [x]) => code.get(x),
};

/** As XLA on the CPU divides by what repeats: times its reciprocal, which is rounded. */
export const timesReciprocal: LoopOperationWriter = (code, [x, divisor], spare) => {
  code.get(x).lanes(ONE).get(divisor).f32x4("div").flush(spare).f32x4("mul");
};

/** Bools as numbers, and numbers as bools. */
export const boolToFloat: LoopOperationWriter = (code, [x]) => code.get(x).lanes(ONE).v128("and");
export const floatToBool: LoopOperationWriter = (code, [x]) => code.get(x).lanes(0).f32x4("ne");
