import { FRACTION_BITS, isFloating } from "../base/dtype";
import { NotImplementedError, ValueError } from "../base/errors";
import type { JaxArray } from "../array/array";
import type { Shape } from "../array/aval";
import { ConcreteArray, scalar } from "../array/concrete";
import {
  add,
  binaryOp,
  broadcastInDim,
  constLike,
  convert,
  div,
  dotGeneral,
  fullLike,
  integerPow,
  mul,
  neg,
  reduceSum,
  select,
  sub,
  transpose,
  unaryOp,
} from "./ops";
import { reduceProdTangent } from "./reduce-prod-tangent";
import { scatterRule } from "./scatter-rule";
import { COMPARISON } from "../array/binary";
import { family, type Axes, type ParamsOf, type Primitive } from "../array/primitives";
import { UNARY, UNARY_ROWS, type Calculus, type OwnRuleName, type UnaryName } from "../array/unary";
import { bind } from "./trace";

/** A tangent; null is a zero that costs nothing. */
export type Tangent = JaxArray | null;
type Rule<P extends Primitive> = (
  primals: readonly JaxArray[],
  tangents: readonly Tangent[],
  params: ParamsOf[P],
) => readonly [JaxArray, Tangent];

/** Sum of two tangents, zeros left out. */
export function addTangents(a: Tangent, b: Tangent): Tangent {
  if (a === null) return b;
  return b === null ? a : add(a, b);
}

/** Result is constant almost everywhere, or not a float. */
function flat<P extends Primitive>(prim: P): Rule<P> {
  return (primals, _, params) => [bind(prim, primals, params), null];
}

/** The operation is linear in its only operand: the tangent goes the same way. */
function linear<P extends Primitive>(prim: P): Rule<P> {
  return ([x], [t], params) => [bind(prim, [x], params), t && bind(prim, [t], params)];
}

function repeatTo(t: JaxArray, shape: Shape): JaxArray {
  if (t.shape.length === 0) return broadcastInDim(t, shape, []);
  return broadcastInDim(
    t,
    shape,
    shape.map((_, i) => i),
  );
}

function addRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = add(x, y);
  if (tx !== null && ty !== null) return [out, add(tx, ty)];
  const t = tx ?? ty;
  return [out, t && repeatTo(t, out.shape)];
}

function subRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = sub(x, y);
  if (tx !== null && ty !== null) return [out, sub(tx, ty)];
  if (tx !== null) return [out, repeatTo(tx, out.shape)];
  return [out, ty && repeatTo(neg(ty), out.shape)];
}

function mulRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  return [mul(x, y), addTangents(tx && mul(tx, y), ty && mul(x, ty))];
}

/** d(x/y) = dx/y − x·dy/y² */
function divRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  // Where nothing is staged JAX repeats the divisor first, and equal shapes are divided, not multiplied by 1/y.
  const isEager = x instanceof ConcreteArray && y instanceof ConcreteArray;
  const repeats = y.shape.every((n, i) => n === 1 || n === x.shape[i]);
  const out = div(x, isEager && repeats ? repeatTo(y, x.shape) : y);
  return [out, addTangents(tx && div(tx, y), ty && mul(mul(neg(ty), x), integerPow(y, -2)))];
}

/** d(x^y) = y·x^(y-1)·dx + log(x)·x^y·dy; the first is 0 where a whole y is 0, the log is 0's at x = 0. */
function powRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = binaryOp("pow", x, y);
  const exponent = y.dtype === x.dtype ? y : convert(y, x.dtype, x.weak);
  // JAX's one below a float is strongly typed, and so is the derivative by the base.
  const one = scalar(1, exponent.dtype, y !== exponent && x.weak);
  const zero = constLike(exponent, 0);
  const byBase = (): JaxArray => {
    const slope = mul(exponent, binaryOp("pow", x, sub(exponent, one)));
    if (isFloating(y.dtype)) return slope;
    const isZero = repeatTo(binaryOp("eq", exponent, zero), slope.shape);
    return select(isZero, slope, fullLike(slope, 0));
  };
  const byExponent = (): JaxArray => {
    const isZero = binaryOp("eq", x, constLike(x, 0));
    const safe = select(isZero, x, repeatTo(constLike(x, 1), x.shape));
    return mul(unaryOp("log", safe), out);
  };
  return [out, addTangents(tx && mul(tx, byBase()), ty && mul(ty, byExponent()))];
}

/** At ties both operands get half of the gradient, as in JAX. */
function extremeRule(name: "max" | "min"): Rule<"max" | "min"> {
  return ([x, y], [tx, ty]) => {
    const out = binaryOp(name, x, y);
    const share = (a: JaxArray, b: JaxArray): JaxArray => {
      const wide = (value: number): JaxArray => fullLike(out, value);
      const tied = select(repeatTo(binaryOp("eq", b, out), out.shape), wide(1), wide(0.5));
      return select(repeatTo(binaryOp("eq", a, out), out.shape), wide(0), tied);
    };
    return [out, addTangents(tx && mul(tx, share(x, y)), ty && mul(ty, share(y, x)))];
  };
}

/** d atan2(x, y) = (y·dx - x·dy) / (x² + y²) */
function atan2Rule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = binaryOp("atan2", x, y);
  const size = add(unaryOp("square", x), unaryOp("square", y));
  return [out, addTangents(tx && mul(tx, div(y, size)), ty && mul(ty, neg(div(x, size))))];
}

/** d(x rem y) = dx - trunc(x/y)·dy */
function remRule([x, y]: readonly JaxArray[], [tx, ty]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = binaryOp("rem", x, y);
  const byDivisor = (): JaxArray => {
    const ratio = div(x, y);
    return neg(mul(unaryOp("sign", ratio), unaryOp("floor", unaryOp("abs", ratio))));
  };
  return [out, addTangents(tx && repeatTo(tx, out.shape), ty && mul(ty, byDivisor()))];
}

/** The gradient is shared equally among all elements that reach the extreme. */
function reduceExtreme(prim: "reduce_max" | "reduce_min"): Rule<"reduce_max" | "reduce_min"> {
  return ([x], [t], { axes }) => {
    const out = bind(prim, [x], { axes });
    if (t === null) return [out, null];
    const kept = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
    const wide = broadcastInDim(out, x.shape, kept);
    const hits = convert(binaryOp("eq", x, wide), x.dtype, x.weak);
    return [out, div(reduceSum(mul(t, hits), axes), reduceSum(hits, axes))];
  };
}

/** d polygamma(m, x) = polygamma(m + 1, x) · dx */
const polygammaRule: Rule<"polygamma"> = ([m, x], [tm, tx]) => {
  if (tm !== null) throw new ValueError("polygamma gradient with respect to m is not supported");
  const out = binaryOp("polygamma", m, x);
  return [out, tx && mul(tx, binaryOp("polygamma", add(m, constLike(m, 1)), x))];
};

/** JAX has no derivative of zeta either. */
const zetaRule: Rule<"zeta"> = ([x, q], [tx, tq]) => {
  if (tx !== null || tq !== null)
    throw new NotImplementedError("Differentiation rule for 'zeta' not implemented");
  return [binaryOp("zeta", x, q), null];
};

const CALCULUS: Calculus<JaxArray> = {
  ...{ add, sub, mul, div, neg, unary: unaryOp, like: constLike },
  polygamma: (m, x) => binaryOp("polygamma", m, x),
};
type WithSlope = Exclude<UnaryName, OwnRuleName>;
const WITH_SLOPE = UNARY.filter((name): name is WithSlope => UNARY_ROWS[name].slope !== "own rule");

/** y = f(x) with the tangent t · f′(x), as the primitive's row says. */
function smooth(name: WithSlope): Rule<WithSlope> {
  const { slope } = UNARY_ROWS[name];
  if (typeof slope === "string") return flat(name);
  return ([x], [t]) => {
    const y = unaryOp(name, x);
    return [y, t && mul(t, slope(x, y, CALCULUS))];
  };
}

/** d i1e(x) = (i0e(x) − i1e(x)·(sign(x) + 1/x)) · dx, and 1/2 where x is next to nothing, as in JAX. */
function besselI1eRule([x]: readonly JaxArray[], [t]: readonly Tangent[]): [JaxArray, Tangent] {
  const out = unaryOp("bessel_i1e", x);
  if (t === null) return [out, null];
  const eps = 2 ** -(FRACTION_BITS[x.dtype] ?? 0);
  const isFar = binaryOp("gt", unaryOp("abs", x), constLike(x, eps));
  const safe = select(isFar, fullLike(x, eps), x);
  const decay = add(unaryOp("sign", safe), integerPow(safe, -1));
  const slope = sub(unaryOp("bessel_i0e", safe), mul(out, decay));
  return [out, mul(t, select(isFar, fullLike(x, 0.5), slope))];
}

function zerosFor(x: JaxArray, t: Tangent): JaxArray {
  return t ?? fullLike(x, 0);
}

/** How tangents move through each primitive. At least one tangent is not zero. */
export const jvpRules: { readonly [P in Primitive]: Rule<P> } = {
  ...family(WITH_SLOPE, smooth),
  neg: linear("neg"),
  log: ([x], [t]) => [unaryOp("log", x), t && div(t, x)],
  log1p: ([x], [t]) => [unaryOp("log1p", x), t && div(t, add(x, constLike(x, 1)))],
  // 1/3 · (∛x)^−2 · dx
  cbrt: ([x], [t]) => {
    const out = unaryOp("cbrt", x);
    return [out, t && mul(t, mul(constLike(x, 1 / 3), integerPow(out, -2)))];
  },
  bessel_i1e: besselI1eRule,
  // As in JAX 0.10: the derivative at 0 is 1.
  abs: ([x], [t]) => {
    const isUp = (): JaxArray => binaryOp("ge", x, constLike(x, 0));
    return [unaryOp("abs", x), t && mul(t, select(isUp(), fullLike(x, -1), fullLike(x, 1)))];
  },
  relu: ([x], [t]) => [unaryOp("relu", x), t && bind("relu_grad", [x, t], {})],
  relu_grad: ([x, t], [, tt]) => [
    bind("relu_grad", [x, t], {}),
    tt && bind("relu_grad", [x, tt], {}),
  ],
  integer_pow: ([x], [t], { y }) => {
    const out = integerPow(x, y);
    if (t === null || y === 0) return [out, null];
    return [
      out,
      mul(t, y === 1 ? constLike(x, 1) : mul(constLike(x, y), y === 2 ? x : integerPow(x, y - 1))),
    ];
  },
  add: addRule,
  sub: subRule,
  mul: mulRule,
  div: divRule,
  pow: powRule,
  max: extremeRule("max"),
  min: extremeRule("min"),
  rem: remRule,
  atan2: atan2Rule,
  zeta: zetaRule,
  polygamma: polygammaRule,
  ...family(["and", "or", "xor", ...COMPARISON], flat),
  select_n: ([which, x, y], [, tx, ty]) => [
    select(which, x, y),
    tx === null && ty === null ? null : select(which, zerosFor(x, tx), zerosFor(y, ty)),
  ],
  dot_general: ([x, y], [tx, ty], dims) => [
    dotGeneral(x, y, dims),
    addTangents(tx && dotGeneral(tx, y, dims), ty && dotGeneral(x, ty, dims)),
  ],
  broadcast_in_dim: linear("broadcast_in_dim"),
  reshape: ([x], [t], params) => [bind("reshape", [x], params), t && bind("reshape", [t], params)],
  transpose: ([x], [t], { permutation }) => [
    transpose(x, permutation),
    t && transpose(t, permutation),
  ],
  reduce_sum: linear("reduce_sum"),
  reduce_max: reduceExtreme("reduce_max"),
  reduce_min: reduceExtreme("reduce_min"),
  reduce_prod: ([x], [t], params: Axes) => [
    bind("reduce_prod", [x], params),
    t && reduceProdTangent(x, t, params.axes),
  ],
  ...family(["reduce_and", "reduce_or", "argmax", "argmin"], flat),
  cumsum: linear("cumsum"),
  concatenate: (args, tangents, params) => [
    bind("concatenate", args, params),
    bind(
      "concatenate",
      args.map((x, i) => zerosFor(x, tangents[i])),
      params,
    ),
  ],
  slice: linear("slice"),
  pad: ([x, fill], [t, tf], params) => [
    bind("pad", [x, fill], params),
    bind("pad", [zerosFor(x, t), zerosFor(fill, tf)], params),
  ],
  gather: ([x, indices], [t], params) => [
    bind("gather", [x, indices], params),
    t && bind("gather", [t, indices], params),
  ],
  scatter: scatterRule,
  iota: flat("iota"),
  convert_element_type: ([x], [t], params) => [
    bind("convert_element_type", [x], params),
    t && isFloating(params.dtype) ? bind("convert_element_type", [t], params) : null,
  ],
  rev: linear("rev"),
  host_call: flat("host_call"),
};
