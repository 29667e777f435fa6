import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import type { ArrayLike } from "../numpy/as-array";
import { asArray } from "../numpy/as-array";
import { zerosLike } from "../numpy/creation";
import { checkOptions } from "../base/check-options";
import { NamedTuple, registerNamedTuple } from "./named-tuple";
import type { Schedule } from "./schedules";
import { stateless, transformation } from "./transformation";
import type { EmptyState, GradientTransformation } from "./transformation";
import { firstCount, mapArrays, nextCount } from "./tree-math";

/** A step size, or a function from the number of steps so far to one. */
export type LearningRate = ArrayLike | Schedule;

/** How many steps a schedule has seen. */
export class ScaleByScheduleState extends NamedTuple {
  static readonly pythonName = "ScaleByScheduleState";
  constructor(readonly count: JaxArray) {
    super();
  }
}
registerNamedTuple(ScaleByScheduleState);

/** Multiplies updates by a number. */
export function scale(stepSize: ArrayLike): GradientTransformation<EmptyState> {
  return stateless((updates) => mapArrays((g) => g.mul(stepSize), updates));
}

/** Multiplies updates by what a schedule gives for the number of steps so far. */
export function scaleBySchedule(schedule: Schedule): GradientTransformation<ScaleByScheduleState> {
  return transformation(
    () => new ScaleByScheduleState(firstCount()),
    (updates, { count }) => {
      const size = asArray(schedule(count));
      const scaled = mapArrays((g) => size.astype(g.dtype).mul(g), updates);
      return [scaled, new ScaleByScheduleState(nextCount(count))];
    },
  );
}

/** Multiplies updates by a learning rate, and turns them downhill unless `flipSign` is false. */
export function scaleByLearningRate(
  learningRate: LearningRate,
  options: { readonly flipSign?: boolean } = {},
): GradientTransformation<EmptyState | ScaleByScheduleState> {
  checkOptions("scale_by_learning_rate", options, ["flipSign"]);
  const sign = options.flipSign === false ? 1 : -1;
  if (isSchedule(learningRate)) {
    return scaleBySchedule((count) => asArray(learningRate(count)).mul(sign));
  }
  return scale(
    typeof learningRate === "number" ? sign * learningRate : asArray(learningRate).mul(sign),
  );
}

function isSchedule(learningRate: LearningRate): learningRate is Schedule {
  return typeof learningRate === "function";
}

/** Adds `weightDecay` times the parameters to the updates. Its `update` needs the parameters. */
export function addDecayedWeights(weightDecay = 0): GradientTransformation<EmptyState> {
  return stateless((updates, params) => {
    if (params === undefined || params === null) throw paramsMissing();
    return mapArrays((g, p) => g.add(p.mul(weightDecay)), updates, params);
  });
}

function paramsMissing(): ValueError {
  return new ValueError(
    "You are using a transformation that requires the current value of parameters, " +
      "but you are not passing `params` when calling `update`.",
  );
}

/** Turns every update to zero: freezes what it is applied to. */
export function setToZero(): GradientTransformation<EmptyState> {
  return stateless((updates) => mapArrays((g) => zerosLike(g), updates));
}
