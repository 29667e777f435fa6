/** `optax`: optimisers, the transformations that they are chained from, schedules and losses. */
export { applyUpdates } from "./apply-updates";
export { clip, clipByGlobalNorm, globalNorm } from "./clipping";
export {
  cosineDistance,
  cosineSimilarity,
  hingeLoss,
  huberLoss,
  l2Loss,
  logCosh,
  sigmoidBinaryCrossEntropy,
  smoothLabels,
  softmaxCrossEntropy,
  softmaxCrossEntropyWithIntegerLabels,
  squaredError,
} from "./losses";
export { adagrad, adam, adamw, lion, rmsprop, sgd } from "./optimizers";
export { scaleByAdam, ScaleByAdamState } from "./scale-by-adam";
export { scaleByLion, ScaleByLionState } from "./scale-by-lion";
export {
  scaleByRms,
  ScaleByRmsState,
  scaleByRss,
  ScaleByRssState,
  ScaleByRStdDevState,
  scaleByStddev,
} from "./scale-by-rms";
export {
  addDecayedWeights,
  scale,
  scaleByLearningRate,
  scaleBySchedule,
  ScaleByScheduleState,
  setToZero,
} from "./scaling";
export type { LearningRate } from "./scaling";
export {
  constantSchedule,
  cosineDecaySchedule,
  exponentialDecay,
  joinSchedules,
  linearSchedule,
  piecewiseConstantSchedule,
  polynomialSchedule,
  warmupCosineDecaySchedule,
} from "./schedules";
export type { Schedule } from "./schedules";
export { trace, TraceState } from "./trace";
export { chain, EmptyState, identity } from "./transformation";
export type { GradientTransformation } from "./transformation";
