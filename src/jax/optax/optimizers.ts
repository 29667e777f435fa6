/** The optimisers by their usual names: chains of transformations that end with the learning rate. */
import { checkOptions } from "../base/check-options";
import type { AdamOptions, ScaleByAdamState } from "./scale-by-adam";
import { ADAM_OPTIONS, scaleByAdam } from "./scale-by-adam";
import type { LionScaleOptions, ScaleByLionState } from "./scale-by-lion";
import { scaleByLion } from "./scale-by-lion";
import type { RmsOptions, RssOptions, ScaleByRssState } from "./scale-by-rms";
import { scaleByRms, scaleByRss, scaleByStddev } from "./scale-by-rms";
import type { LearningRate, ScaleByScheduleState } from "./scaling";
import { addDecayedWeights, scaleByLearningRate } from "./scaling";
import type { TraceState } from "./trace";
import { trace } from "./trace";
import type { EmptyState, GradientTransformation } from "./transformation";
import { chain, identity } from "./transformation";

type RateState = EmptyState | ScaleByScheduleState;

export interface SgdOptions {
  /** How much of the last update stays; null or missing for plain gradient descent. */
  readonly momentum?: number | null;
  /** Whether to look one step ahead. */
  readonly nesterov?: boolean;
}

/**
 * Stochastic gradient descent: −learningRate · gradient, with momentum if asked for.
 *
 * ```ts
 * const optimizer = new nnx.Optimizer(model, optax.sgd(0.1, { momentum: 0.9 }), { wrt: nnx.Param });
 * ```
 */
export function sgd(
  learningRate: LearningRate,
  options: SgdOptions = {},
): GradientTransformation<[TraceState | EmptyState, RateState]> {
  checkOptions("sgd", options, ["momentum", "nesterov"]);
  const { momentum = null, nesterov = false } = options;
  const first: GradientTransformation<TraceState | EmptyState> =
    momentum === null ? identity() : trace(momentum, { nesterov });
  return chain(first, scaleByLearningRate(learningRate));
}

/** Adam: steps of about the learning rate, whatever the size of the gradients. */
export function adam(
  learningRate: LearningRate,
  options: AdamOptions = {},
): GradientTransformation<[ScaleByAdamState, RateState]> {
  checkOptions("adam", options, ADAM_OPTIONS);
  return chain(scaleByAdam(options), scaleByLearningRate(learningRate));
}

export interface DecayOptions {
  /** How much of the parameters every step takes away, times the learning rate. */
  readonly weightDecay?: number;
}

/** Adam that also shrinks the parameters a little; `weightDecay` is 1e-4 by default. Its `update` needs them. */
export function adamw(
  learningRate: LearningRate,
  options: AdamOptions & DecayOptions = {},
): GradientTransformation<[ScaleByAdamState, EmptyState, RateState]> {
  checkOptions("adamw", options, [...ADAM_OPTIONS, "weightDecay"]);
  const { weightDecay = 1e-4, ...rest } = options;
  return chain(
    scaleByAdam(rest),
    addDecayedWeights(weightDecay),
    scaleByLearningRate(learningRate),
  );
}

/** Adagrad: each number's steps shrink with all that its gradients have been. */
export function adagrad(
  learningRate: LearningRate,
  options: RssOptions = {},
): GradientTransformation<[ScaleByRssState, RateState]> {
  return chain(scaleByRss(options), scaleByLearningRate(learningRate));
}

export interface RmspropOptions extends RmsOptions, SgdOptions {
  /** Whether gradients are divided by their standard deviation instead of their root mean square. */
  readonly centered?: boolean;
}

/** RMSProp: gradients divided by the root of the running mean of their squares. */
export function rmsprop(
  learningRate: LearningRate,
  options: RmspropOptions = {},
): GradientTransformation<readonly unknown[]> {
  const { centered = false, momentum = null, nesterov = false, ...rest } = options;
  const first: GradientTransformation = centered ? scaleByStddev(rest) : scaleByRms(rest);
  const last: GradientTransformation =
    momentum === null ? identity() : trace(momentum, { nesterov });
  return chain(first, scaleByLearningRate(learningRate), last);
}

/** Lion: steps of one size, in the direction of the signs of a running mean. Its `update` needs the parameters. */
export function lion(
  learningRate: LearningRate,
  options: LionScaleOptions & DecayOptions = {},
): GradientTransformation<[ScaleByLionState, EmptyState, RateState]> {
  const { weightDecay = 1e-3, ...rest } = options;
  return chain(
    scaleByLion(rest),
    addDecayedWeights(weightDecay),
    scaleByLearningRate(learningRate),
  );
}
