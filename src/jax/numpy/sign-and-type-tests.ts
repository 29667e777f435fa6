import type { JaxArray } from "../array/array";
import { binaryOp, constLike, fullLike, select, unaryOp } from "../core/ops";
import { isFloating, isInteger } from "../base/dtype";
import { asArray, toArray, type ArrayLike } from "./as-array";
import type { Binary, Unary } from "./elementwise-kinds";
import { logical } from "./elementwise-kinds";
import { define } from "./function-table";
import { hostElementwise } from "./host-function";
import { broadcasted, promotedInexact } from "./promote";

function hasSign(x: JaxArray): JaxArray {
  if (!isFloating(x.dtype)) return binaryOp("lt", x, constLike(x, 0));
  return hostElementwise("signbit", [x], "bool", (value) =>
    value < 0 || Object.is(value, -0) ? 1 : 0,
  );
}

/** True where the sign is negative, −0 included. */
export const signbit: Unary = define("jax.numpy", "signbit(@x, /)", (x: ArrayLike) => {
  const value = asArray(x, "signbit");
  return value.dtype === "bool" ? binaryOp("ne", value, value) : hasSign(value);
});

/** The size of x1 with the sign of x2. */
export const copysign: Binary = define(
  "jax.numpy",
  "copysign(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promotedInexact([asArray(x1, "copysign"), asArray(x2, "copysign", 1)]);
    const [x, y] = broadcasted(pair);
    const size = unaryOp("abs", x);
    return select(hasSign(y), size, unaryOp("neg", size));
  },
);

/** 0 below zero, 1 above it, and x2 at zero. */
export const heaviside: Binary = define(
  "jax.numpy",
  "heaviside(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const pair = promotedInexact([asArray(x1, "heaviside"), asArray(x2, "heaviside", 1)]);
    const [x, atZero] = broadcasted(pair);
    const zero = constLike(x, 0);
    const filled = select(binaryOp("ne", x, x), atZero, x);
    const above = select(binaryOp("gt", x, zero), filled, fullLike(x, 1));
    return select(binaryOp("lt", x, zero), above, fullLike(x, 0));
  },
);

function infinite(name: string, sign: number): Unary {
  return define("jax.numpy", `${name}(@x, /, out!=None)`, (x: ArrayLike) => {
    const value = asArray(x, name);
    if (!isFloating(value.dtype)) return fullFalse(value);
    return binaryOp("eq", value, constLike(value, sign * Infinity));
  });
}
function fullFalse(x: JaxArray): JaxArray {
  return binaryOp("ne", x, x);
}
/** True where an element is +∞. */
export const isposinf: Unary = infinite("isposinf", 1);
/** True where an element is −∞. */
export const isneginf: Unary = infinite("isneginf", -1);
/** True for every element: arrays here are real. */
export const isreal: Unary = define("jax.numpy", "isreal(@x)", (x: ArrayLike) =>
  unaryOp("not", fullFalse(unaryOp("stop_gradient", truthOf(asArray(x, "isreal"))))),
);
/** False for every element: arrays here are real. */
export const iscomplex: Unary = define("jax.numpy", "iscomplex(@x)", (x: ArrayLike) =>
  fullFalse(truthOf(asArray(x, "iscomplex"))),
);
/** A value that is never NaN, so that it equals itself. */
function truthOf(x: JaxArray): JaxArray {
  return binaryOp("eq", x, x);
}
/** Whether the argument is real as a whole: always, here. */
export const isrealobj: (x: ArrayLike) => boolean = define(
  "jax.numpy",
  "isrealobj(@x)",
  (x: ArrayLike) => toArray(x) !== null,
);
/** Whether the argument is complex as a whole: never, here. */
export const iscomplexobj: (x: ArrayLike) => boolean = define(
  "jax.numpy",
  "iscomplexobj(@x)",
  (_: ArrayLike) => false,
);
/** Whether the value is a single number. */
export const isscalar: (element: unknown) => boolean = define(
  "jax.numpy",
  "isscalar(@element)",
  (element: unknown) => toArray(element)?.shape.length === 0,
);

/** Logical exclusive or. */
export const logicalXor: Binary = logical("logical_xor", "xor");

interface NanOptions {
  copy?: boolean;
  nan?: ArrayLike;
  posinf?: ArrayLike | null;
  neginf?: ArrayLike | null;
}
const LARGEST = { float32: 3.4028234663852886e38, float16: 65504, bfloat16: 3.3895313892515355e38 };

/** NaN replaced by 0, infinities by the largest numbers, or by what is given. */
export const nanToNum: (x: ArrayLike, options?: NanOptions) => JaxArray = define(
  "jax.numpy",
  "nan_to_num(@x, copy=True, ~nan=0.0, ~posinf=None, ~neginf=None)",
  (
    x: ArrayLike,
    _copy?: boolean,
    nan: ArrayLike = 0,
    posinf?: ArrayLike | null,
    neginf?: ArrayLike | null,
  ) => {
    const value = asArray(x, "nan_to_num");
    const { dtype } = value;
    if (isInteger(dtype) || !(dtype in LARGEST)) return value;
    const limit = LARGEST[dtype as keyof typeof LARGEST];
    const put = (now: JaxArray, where: JaxArray, by: ArrayLike): JaxArray => {
      const [flags, old, filler] = broadcasted([where, now, asArray(by).astype(dtype)]);
      return select(flags, old, filler);
    };
    const known = put(value, binaryOp("ne", value, value), nan);
    const above = put(known, binaryOp("eq", value, constLike(value, Infinity)), posinf ?? limit);
    return put(above, binaryOp("eq", value, constLike(value, -Infinity)), neginf ?? -limit);
  },
);
