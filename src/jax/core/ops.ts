import { isFloating, type DType } from "../base/dtype";
import type { JaxArray } from "../array/array";
import { range, sameShape, type Aval, type Shape } from "../array/aval";
import { ConcreteArray, filled, scalar } from "../array/concrete";
import type { BinaryName } from "../array/binary";
import { NONE, type DotDims } from "../array/primitives";
import type { UnaryName } from "../array/unary";
import { bind } from "./trace";

/** Thin forms of the primitives for rules and libraries; operands have equal dtypes already. */
export function unaryOp(name: UnaryName, x: JaxArray): JaxArray {
  return bind(name, [x], NONE);
}
export function binaryOp(name: BinaryName, x: JaxArray, y: JaxArray): JaxArray {
  return bind(name, [x, y], NONE);
}
export function neg(x: JaxArray): JaxArray {
  return bind("neg", [x], NONE);
}
export function add(x: JaxArray, y: JaxArray): JaxArray {
  return bind("add", [x, y], NONE);
}
export function sub(x: JaxArray, y: JaxArray): JaxArray {
  return bind("sub", [x, y], NONE);
}
export function mul(x: JaxArray, y: JaxArray): JaxArray {
  return bind("mul", [x, y], NONE);
}
export function div(x: JaxArray, y: JaxArray): JaxArray {
  return bind("div", [x, y], NONE);
}
export function integerPow(x: JaxArray, y: number): JaxArray {
  return bind("integer_pow", [x], { y });
}
export function select(which: JaxArray, ifFalse: JaxArray, ifTrue: JaxArray): JaxArray {
  return bind("select_n", [which, ifFalse, ifTrue], NONE);
}
export function reshape(x: JaxArray, shape: Shape): JaxArray {
  return sameShape(x.shape, shape) ? x : bind("reshape", [x], { shape });
}
/** {@link reshape} as JAX's own `reshape`, also where only axes of length 1 come or go. */
export function reshapeAsked(x: JaxArray, shape: Shape): JaxArray {
  return sameShape(x.shape, shape) ? x : bind("reshape", [x], { shape, asked: true });
}
export function transpose(x: JaxArray, permutation: readonly number[]): JaxArray {
  if (permutation.every((axis, i) => axis === i)) return x;
  return bind("transpose", [x], { permutation });
}
export function broadcastInDim(x: JaxArray, shape: Shape, dims: readonly number[]): JaxArray {
  if (sameShape(x.shape, shape)) return x;
  return bind("broadcast_in_dim", [x], { shape, dims });
}
/** Repeats to a shape of the same or a higher rank, matching trailing axes; the shapes must fit. */
export function broadcastTo(x: JaxArray, shape: Shape): JaxArray {
  const skipped = shape.length - x.shape.length;
  return broadcastInDim(
    x,
    shape,
    range(x.shape.length).map((i) => i + skipped),
  );
}
export function reduceSum(x: JaxArray, axes: readonly number[]): JaxArray {
  return axes.length === 0 ? x : bind("reduce_sum", [x], { axes });
}
export function dotGeneral(x: JaxArray, y: JaxArray, dims: DotDims): JaxArray {
  return bind("dot_general", [x, y], dims);
}
export function convert(x: JaxArray, dtype: DType, weak = false): JaxArray {
  if (x.dtype === dtype && x.weak === weak) return x;
  // A plain number takes the type at once, so that it stands as a literal in a staged function.
  if (x.weak && x.shape.length === 0 && x instanceof ConcreteArray && isFloating(dtype))
    return scalar(x.values()[0], dtype, weak);
  return bind("convert_element_type", [x], { dtype, weak });
}

/** A number of the same dtype as `x`, for use beside it. */
export function constLike(x: JaxArray, value: number): JaxArray {
  return scalar(value, x.dtype, x.weak);
}
/** An array of one number in the shape and dtype of `x`. */
export function fullLike(x: JaxArray, value: number, shape: Shape = x.shape): JaxArray {
  return filled(shape, x.dtype, x.weak, value);
}

/** A zero tangent or cotangent of a type. */
export function zerosOf({ shape, dtype, weak }: Aval): JaxArray {
  return filled(shape, dtype, weak, 0);
}

/** Sums a cotangent over the axes along which an operand of that shape was repeated. */
export function unbroadcast(ct: JaxArray, shape: Shape): JaxArray {
  if (sameShape(ct.shape, shape)) return ct;
  if (shape.length === 0) return reduceSum(ct, range(ct.shape.length));
  const axes = range(shape.length).filter((i) => shape[i] === 1 && ct.shape[i] !== 1);
  return reshape(reduceSum(ct, axes), shape);
}
