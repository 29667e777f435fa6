/** Schedules: functions from the number of steps so far to a step size. */
import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { clip, cos, floor, maximum, minimum, power, sign, where } from "../numpy/elementwise";
import { checkOptions } from "../base/check-options";

/** A step size by the number of steps so far. */
export type Schedule = (count: ArrayLike) => ArrayLike;

/** The same value at every step. */
export function constantSchedule(value: number): Schedule {
  return () => value;
}

/** A count as numbers to compute with. */
function steps(count: ArrayLike): JaxArray {
  return asArray(count).astype("float32");
}

/** From one value to another along (1 − t)ᵖᵒʷᵉʳ, within `transitionSteps` steps after `transitionBegin`. */
export function polynomialSchedule(
  initValue: number,
  endValue: number,
  exponent: number,
  transitionSteps: number,
  transitionBegin = 0,
): Schedule {
  if (transitionSteps <= 0) return constantSchedule(initValue);
  const begin = Math.max(0, transitionBegin);
  return (count) => {
    const done = clip(steps(count).sub(begin), 0, transitionSteps);
    const left = done.div(transitionSteps).neg().add(1);
    return left
      .pow(exponent)
      .mul(initValue - endValue)
      .add(endValue);
  };
}

/** From one value to another in a straight line, within `transitionSteps` steps after `transitionBegin`. */
export function linearSchedule(
  initValue: number,
  endValue: number,
  transitionSteps: number,
  transitionBegin = 0,
): Schedule {
  return polynomialSchedule(initValue, endValue, 1, transitionSteps, transitionBegin);
}

export interface ExponentialOptions {
  /** How many steps to wait; 0 by default. */
  readonly transitionBegin?: number;
  /** Whether the value falls in jumps, one every `transitionSteps` steps. */
  readonly staircase?: boolean;
  /** Where the decay stops. */
  readonly endValue?: number | null;
}

/** initValue · decayRate^(count / transitionSteps). */
export function exponentialDecay(
  initValue: number,
  transitionSteps: number,
  decayRate: number,
  options: ExponentialOptions = {},
): Schedule {
  checkOptions("exponential_decay", options, ["transitionBegin", "staircase", "endValue"]);
  if (transitionSteps <= 0 || decayRate === 0) return constantSchedule(initValue);
  const { staircase = false, endValue = null } = options;
  const begin = Math.max(0, options.transitionBegin ?? 0);
  return (count) => {
    const done = steps(count).sub(begin);
    const share = done.div(transitionSteps);
    const decayed = power(decayRate, staircase ? floor(share) : share).mul(initValue);
    const value = where(done.lessEqual(0), initValue, decayed);
    if (endValue === null) return value;
    return decayRate < 1 ? maximum(value, endValue) : minimum(value, endValue);
  };
}

export interface CosineOptions {
  /** The last value as a share of the first; 0 by default. */
  readonly alpha?: number;
  /** The power of the cosine; 1 by default. */
  readonly exponent?: number;
}

/** Half a cosine from `initValue` down to `alpha · initValue` within `decaySteps` steps. */
export function cosineDecaySchedule(
  initValue: number,
  decaySteps: number,
  options: CosineOptions = {},
): Schedule {
  checkOptions("cosine_decay_schedule", options, ["alpha", "exponent"]);
  const { alpha = 0, exponent = 1 } = options;
  if (!(decaySteps > 0)) {
    throw new ValueError(
      `The cosine_decay_schedule requires positive decay_steps, got decay_steps=${decaySteps}.`,
    );
  }
  return (count) => {
    const done = minimum(steps(count), decaySteps);
    const wave = cos(done.mul(Math.PI).div(decaySteps)).add(1).mul(0.5);
    return wave
      .pow(exponent)
      .mul(1 - alpha)
      .add(alpha)
      .mul(initValue);
  };
}

/** `initValue`, multiplied by a factor from each of the given steps on: `{ 100: 0.5, 200: 0.1 }`. */
export function piecewiseConstantSchedule(
  initValue: number,
  boundariesAndScales: Readonly<Record<number, number>> = {},
): Schedule {
  const boundaries = Object.entries(boundariesAndScales)
    .map(([boundary, factor]) => [Number(boundary), factor] as const)
    .sort(([a], [b]) => a - b);
  if (boundaries.some(([, factor]) => factor < 0)) {
    throw new ValueError("`piecewise_constant_schedule` expects non-negative scale factors");
  }
  return (count) =>
    boundaries.reduce<ArrayLike>((value, [boundary, factor]) => {
      const isBefore = maximum(0, sign(steps(count).neg().add(boundary)));
      const scaled = asArray(value).mul(factor);
      return isBefore.mul(value).add(isBefore.neg().add(1).mul(scaled));
    }, initValue);
}

/** Schedules one after the other; each but the first starts counting at its boundary. */
export function joinSchedules(
  schedules: readonly Schedule[],
  boundaries: readonly number[],
): Schedule {
  return (count) => {
    const [first, ...others] = schedules;
    return others.reduce<ArrayLike>(
      (value, next, i) =>
        where(steps(count).less(boundaries[i]), value, next(steps(count).sub(boundaries[i]))),
      first(count),
    );
  };
}

export interface WarmupOptions {
  /** The last value; 0 by default. */
  readonly endValue?: number;
  /** The power of the cosine; 1 by default. */
  readonly exponent?: number;
}

/** A straight line up to `peakValue` within `warmupSteps`, then half a cosine down until step `decaySteps`. */
export function warmupCosineDecaySchedule(
  initValue: number,
  peakValue: number,
  warmupSteps: number,
  decaySteps: number,
  options: WarmupOptions = {},
): Schedule {
  checkOptions("warmup_cosine_decay_schedule", options, ["endValue", "exponent"]);
  const { endValue = 0, exponent = 1 } = options;
  const alpha = peakValue === 0 ? 0 : endValue / peakValue;
  return joinSchedules(
    [
      linearSchedule(initValue, peakValue, warmupSteps),
      cosineDecaySchedule(peakValue, decaySteps - warmupSteps, { alpha, exponent }),
    ],
    [warmupSteps],
  );
}
