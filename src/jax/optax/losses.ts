/** Losses of each example; take the mean for a loss to differentiate. */
import type { JaxArray } from "../array/array";
import { sameShape, tupleText } from "../array/aval";
import { isFloating, isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { logSigmoid } from "../nn/activations";
import { logSoftmax, logsumexp, oneHot } from "../nn/softmax";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { abs, clip, logaddexp, maximum, minimum, sqrt, where } from "../numpy/elementwise";
import { normalAxis } from "../numpy/axis";
import { sum } from "../numpy/reductions";
import { checkOptions } from "../base/check-options";

interface AxisOption {
  /** The axis of the classes; the last by default. */
  readonly axis?: number;
}

function floating(value: ArrayLike): JaxArray {
  const array = asArray(value);
  if (isFloating(array.dtype)) return array;
  throw wrongDtype("floating", array);
}

function wrongDtype(kind: string, { dtype }: JaxArray): JaxTypeError {
  return new JaxTypeError(
    `Expected the input to have a dtype that is a subdtype of <class 'numpy.${kind}'>, got ${dtype} instead`,
  );
}

function difference(predictions: JaxArray, targets: ArrayLike | null): JaxArray {
  return targets === null ? predictions : predictions.sub(targets);
}

/** (prediction − target)², element by element. The shapes must be equal. */
export function squaredError(predictions: ArrayLike, targets: ArrayLike | null = null): JaxArray {
  const array = floating(predictions);
  if (targets !== null) checkSameShape(array, asArray(targets));
  return difference(array, targets).pow(2);
}

function checkSameShape(a: JaxArray, b: JaxArray): void {
  if (sameShape(a.shape, b.shape)) return;
  throw new ValueError(`Shape mismatch: got ${tupleText(a.shape)} and ${tupleText(b.shape)}.`);
}

/** Half of (prediction − target)², element by element. The shapes must be equal. */
export function l2Loss(predictions: ArrayLike, targets: ArrayLike | null = null): JaxArray {
  return squaredError(predictions, targets).mul(0.5);
}

/** Squared near zero, straight beyond `delta` (1 by default): less moved by outliers. */
export function huberLoss(
  predictions: ArrayLike,
  targets: ArrayLike | null = null,
  options: { readonly delta?: number } = {},
): JaxArray {
  checkOptions("huber_loss", options, ["delta"]);
  const { delta = 1 } = options;
  const size = abs(difference(floating(predictions), targets));
  const curved = minimum(size, delta);
  return curved.pow(2).mul(0.5).add(size.sub(curved).mul(delta));
}

/** log(cosh(prediction − target)). */
export function logCosh(predictions: ArrayLike, targets: ArrayLike | null = null): JaxArray {
  const errors = difference(floating(predictions), targets);
  return logaddexp(errors, errors.neg()).sub(Math.LN2);
}

/** The cross entropy of logits against probabilities of each class, along an axis. */
export function softmaxCrossEntropy(
  logits: ArrayLike,
  labels: ArrayLike,
  options: AxisOption = {},
): JaxArray {
  checkOptions("softmax_cross_entropy", options, ["axis"]);
  const { axis = -1 } = options;
  const logProbabilities = logSoftmax(floating(logits), { axis });
  return sum(logProbabilities.mul(labels), { axis }).neg();
}

/** The cross entropy of logits against the number of the right class: (…, n) and (…) → (…). */
export function softmaxCrossEntropyWithIntegerLabels(
  logits: ArrayLike,
  labels: ArrayLike,
  options: AxisOption = {},
): JaxArray {
  checkOptions("softmax_cross_entropy_with_integer_labels", options, ["axis"]);
  const values = floating(logits);
  const classes = asArray(labels);
  if (!isInteger(classes.dtype)) throw wrongDtype("integer", classes);
  const axis = normalAxis(options.axis ?? -1, values.shape.length);
  const chosen = oneHot(classes, values.shape[axis], { axis, dtype: "bool" });
  const right = sum(where(chosen, values, 0), { axis });
  return logsumexp(values, { axis }).sub(right);
}

/** The cross entropy of logits against labels of 0 and 1, element by element. */
export function sigmoidBinaryCrossEntropy(logits: ArrayLike, labels: ArrayLike): JaxArray {
  const values = floating(logits);
  const given = asArray(labels).astype(values.dtype);
  const yes = logSigmoid(values).mul(given.neg());
  return yes.sub(logSigmoid(values.neg()).mul(given.neg().add(1)));
}

/** max(0, 1 − output · target) for targets of −1 and 1. */
export function hingeLoss(predictorOutputs: ArrayLike, targets: ArrayLike): JaxArray {
  return maximum(0, asArray(predictorOutputs).mul(targets).neg().add(1));
}

interface SimilarityOptions extends AxisOption {
  /** The least squared norm that is divided by; 0 by default. */
  readonly epsilon?: number;
}

/** The cosine of the angle between vectors along an axis. */
export function cosineSimilarity(
  predictions: ArrayLike,
  targets: ArrayLike,
  options: SimilarityOptions = {},
): JaxArray {
  checkOptions("cosine_similarity", options, ["axis", "epsilon"]);
  const { axis = -1, epsilon = 0 } = options;
  const unit = (x: JaxArray): JaxArray =>
    x.div(sqrt(clip(sum(x.mul(x), { axis, keepdims: true }), epsilon)));
  return sum(unit(floating(predictions)).mul(unit(floating(targets))), { axis });
}

/** 1 − {@link cosineSimilarity}. */
export function cosineDistance(
  predictions: ArrayLike,
  targets: ArrayLike,
  options: SimilarityOptions = {},
): JaxArray {
  return cosineSimilarity(predictions, targets, options).neg().add(1);
}

/** Probabilities moved a little towards all classes alike: (1 − alpha) · labels + alpha / n. */
export function smoothLabels(labels: ArrayLike, alpha: number, options: AxisOption = {}): JaxArray {
  checkOptions("smooth_labels", options, ["axis"]);
  const values = floating(labels);
  const count = values.shape[normalAxis(options.axis ?? -1, values.shape.length)];
  return values.mul(1 - alpha).add(alpha / count);
}
