import type { JaxArray } from "../array/array";
import { sizeOf, tupleText } from "../array/aval";
import { isWrittenToBeRead, namedStep } from "../core/named-step";
import type { FlatFunction } from "../core/operation";
import { convert, fullLike, select, unaryOp } from "../core/ops";
import { promoteToInexact } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { clip } from "../numpy/elementwise";
import { normalAxis, type Axis } from "../numpy/axis";
import { iota } from "../numpy/creation";
import { dtypeOf, type DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { masked } from "../numpy/reduce-parts";
import { max, mean, sum } from "../numpy/reductions";
import { expandDims, reshape } from "../numpy/shaping";

interface AxisOption {
  axis?: Axis;
}
type Where = ArrayLike | null;
type Normaliser = (x: ArrayLike, axis?: Axis | (AxisOption & { where?: Where })) => JaxArray;

function floating(x: ArrayLike, name: string): JaxArray {
  const value = asArray(x, name);
  const { dtype, weak } = promoteToInexact(value);
  return convert(value, dtype, weak);
}

/** x minus its largest element, which takes no part in the gradient. */
function shifted(x: JaxArray, axis: Axis): JaxArray {
  // JAX starts from −∞, which changes nothing but the list of operations, and what there is of nothing.
  const start = isWrittenToBeRead() || sizeOf(x.shape) === 0 ? { initial: -Infinity } : {};
  return x.sub(unaryOp("stop_gradient", max(x, { axis, keepdims: true, ...start })));
}

/** exp(x) divided by its sum along an axis; elements that take no part give 0. */
export const softmax: Normaliser = define(
  "jax.nn",
  "softmax(@x, axis=-1, @where=None)",
  (x: ArrayLike, axis: Axis = -1, where?: Where) => {
    const weights = unaryOp("exp", shifted(masked(floating(x, "max"), where, -Infinity), axis));
    return weights.div(sum(weights, { axis, keepdims: true }));
  },
);

/** The logarithm of softmax, without overflow. */
export const logSoftmax: Normaliser = define(
  "jax.nn",
  "log_softmax(@x, axis=-1, @where=None)",
  (x: ArrayLike, axis: Axis = -1, where?: Where) => {
    const values = shifted(masked(floating(x, "log_softmax"), where, -Infinity), axis);
    const total = sum(unaryOp("exp", values), { axis, keepdims: true });
    return values.sub(unaryOp("log", total));
  },
);

interface ReduceOptions extends AxisOption {
  keepdims?: boolean;
  where?: Where;
}
type LogSum = (a: ArrayLike, axis?: Axis | ReduceOptions, options?: ReduceOptions) => JaxArray;

function logOfSum(x: JaxArray, axis: Axis, keepdims: boolean): JaxArray {
  const start = sizeOf(x.shape) === 0 ? { initial: -Infinity } : {};
  const peak = unaryOp("stop_gradient", max(x, { axis, keepdims: true, ...start }));
  // A lane of −∞ alone would give −∞ − −∞.
  const largest = select(unaryOp("is_finite", peak), fullLike(peak, 0), peak);
  const total = sum(unaryOp("exp", x.sub(largest)), { axis, keepdims: true });
  const result = unaryOp("log", total).add(largest);
  return keepdims ? result : reshape(result, sum(x, { axis }).shape);
}

/** log(sum(exp(a))) over axes, without overflow. */
export const logsumexp: LogSum = define(
  "jax.nn",
  "logsumexp(@a, axis=None, b!=None, keepdims=False, return_sign!=False, @where=None)",
  (a: ArrayLike, axis: Axis = null, keepdims = false, where?: Where) =>
    logOfSum(masked(floating(a, "logsumexp"), where, -Infinity), axis, keepdims),
);

/** log(mean(exp(x))) over axes, without overflow. */
export const logmeanexp: LogSum = define(
  "jax.nn",
  "logmeanexp(@x, axis=None, @where=None, keepdims=False)",
  (x: ArrayLike, axis: Axis = null, where?: Where, keepdims = false) => {
    const value = floating(x, "logmeanexp");
    const taking = masked(fullLike(value, 1), where, 0);
    const total = logOfSum(masked(value, where, -Infinity), axis, keepdims);
    return total.sub(unaryOp("log", sum(taking, { axis, keepdims })));
  },
);

interface StandardizeOptions extends AxisOption {
  mean?: ArrayLike | null;
  variance?: ArrayLike | null;
  epsilon?: number;
  where?: Where;
}
/** x with mean 0 and variance 1 along an axis. */
export const standardize: (x: ArrayLike, axis?: Axis | StandardizeOptions) => JaxArray = define(
  "jax.nn",
  "standardize(@x, axis=-1, @mean=None, @variance=None, epsilon=1e-05, @where=None, *, algorithm='fast')",
  (
    x: ArrayLike,
    axis: Axis = -1,
    center?: ArrayLike | null,
    spread?: ArrayLike | null,
    epsilon = 1e-5,
    where?: Where,
  ) => {
    const value = floating(x, "standardize");
    const middle = center ?? mean(value, { axis, keepdims: true, where });
    const width = spread ?? varianceAround(value, middle, axis, where);
    const centered = value.sub(middle);
    return centered.mul(unaryOp("rsqrt", asArray(width).add(epsilon)));
  },
);

/** mean(x²) − mean(x)², which rounding may make negative: then 0. */
function varianceAround(x: JaxArray, middle: ArrayLike, axis: Axis, where?: Where): JaxArray {
  const squares = mean(unaryOp("square", x), { axis, keepdims: true, where });
  return clip(squares.sub(unaryOp("square", asArray(middle))), 0);
}

interface OneHotOptions {
  dtype?: DTypeLike | null;
  axis?: number;
}
/** Rows that are 1 at each index and 0 elsewhere; indices out of range give rows of zeros. */
export const oneHot: (x: ArrayLike, numClasses: number, options?: OneHotOptions) => JaxArray =
  define(
    "jax.nn",
    "one_hot(@x, num_classes, *, dtype=None, axis=-1)",
    (x: ArrayLike, numClasses: number, dtype?: DTypeLike | null, axis = -1) => {
      const indices = asArray(x, "one_hot");
      const rank = indices.shape.length + 1;
      const at = normalAxis(axis, rank);
      const shape = new Array<number>(rank).fill(1);
      if (!Number.isInteger(numClasses))
        throw new JaxTypeError("'float' object cannot be interpreted as an integer");
      if (numClasses < 0)
        throw new JaxTypeError(
          `iota shape must have every element be nonnegative, got ${tupleText([...shape.slice(0, at), numClasses])}.`,
        );
      shape[at] = numClasses;
      const wanted = dtypeOf(dtype, "float32");
      const run: FlatFunction = ([given]) => [
        expandDims(given, at).equal(iota(shape, at)).astype(wanted),
      ];
      return namedStep("_one_hot", [indices], run, `${shape.join()} ${wanted}`)[0];
    },
  );
