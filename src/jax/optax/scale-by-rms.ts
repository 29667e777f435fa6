import type { JaxArray } from "../array/array";
import { unaryOp } from "../core/ops";
import { fullLike } from "../numpy/creation";
import { sqrt, where } from "../numpy/elementwise";
import { checkOptions } from "../base/check-options";
import { NamedTuple, registerNamedTuple } from "./named-tuple";
import { transformation } from "./transformation";
import type { GradientTransformation } from "./transformation";
import { mapArrays, updateMoment, zerosOf } from "./tree-math";

/** The running mean of squared gradients. */
export class ScaleByRmsState extends NamedTuple {
  static readonly pythonName = "ScaleByRmsState";
  constructor(readonly nu: unknown) {
    super();
  }
}
registerNamedTuple(ScaleByRmsState);

/** The running means of gradients and of their squares. */
export class ScaleByRStdDevState extends NamedTuple {
  static readonly pythonName = "ScaleByRStdDevState";
  constructor(
    readonly mu: unknown,
    readonly nu: unknown,
  ) {
    super();
  }
}
registerNamedTuple(ScaleByRStdDevState);

/** The sum of all squared gradients. */
export class ScaleByRssState extends NamedTuple {
  static readonly pythonName = "ScaleByRssState";
  constructor(readonly sumOfSquares: unknown) {
    super();
  }
}
registerNamedTuple(ScaleByRssState);

export interface RmsOptions {
  /** Decay of the running means; 0.9 by default. */
  readonly decay?: number;
  /** Keeps the division from zero; 1e-8 by default. */
  readonly eps?: number;
  /** What the mean of squares starts with; 0 by default. */
  readonly initialScale?: number;
  /** Whether `eps` is added under the root, which is the default, or to it. */
  readonly epsInSqrt?: boolean;
}
export const RMS_OPTIONS = ["decay", "eps", "initialScale", "epsInSqrt"];

function filledLike(tree: unknown, value: number): unknown {
  return mapArrays((leaf) => fullLike(leaf, value), tree);
}

function inverseRoot(x: JaxArray, eps: number, epsInSqrt: boolean): JaxArray {
  return epsInSqrt ? unaryOp("rsqrt", x.add(eps)) : sqrt(x).add(eps).pow(-1);
}

/** Gradients divided by the root of the running mean of their squares. */
export function scaleByRms(options: RmsOptions = {}): GradientTransformation<ScaleByRmsState> {
  checkOptions("scale_by_rms", options, RMS_OPTIONS);
  const { decay = 0.9, eps = 1e-8, initialScale = 0, epsInSqrt = true } = options;
  return transformation(
    (params) => new ScaleByRmsState(filledLike(params, initialScale)),
    (updates, state) => {
      const nu = updateMoment(updates, state.nu, decay, 2);
      const scaled = mapArrays((g, v) => inverseRoot(v, eps, epsInSqrt).mul(g), updates, nu);
      return [scaled, new ScaleByRmsState(nu)];
    },
  );
}

/** Gradients divided by the running estimate of their standard deviation. */
export function scaleByStddev(
  options: RmsOptions = {},
): GradientTransformation<ScaleByRStdDevState> {
  checkOptions("scale_by_stddev", options, RMS_OPTIONS);
  const { decay = 0.9, eps = 1e-8, initialScale = 0, epsInSqrt = true } = options;
  return transformation(
    (params) => new ScaleByRStdDevState(zerosOf(params), filledLike(params, initialScale)),
    (updates, state) => {
      const mu = updateMoment(updates, state.mu, decay, 1);
      const nu = updateMoment(updates, state.nu, decay, 2);
      const scaled = mapArrays(
        (g, m, v) => inverseRoot(v.sub(m.mul(m)), eps, epsInSqrt).mul(g),
        updates,
        mu,
        nu,
      );
      return [scaled, new ScaleByRStdDevState(mu, nu)];
    },
  );
}

export interface RssOptions {
  /** What the sums of squares start with; 0.1 by default. */
  readonly initialAccumulatorValue?: number;
  /** Keeps the division from zero; 1e-7 by default. */
  readonly eps?: number;
}
export const RSS_OPTIONS = ["initialAccumulatorValue", "eps"];

/** Gradients divided by the root of the sum of all their squares so far. */
export function scaleByRss(options: RssOptions = {}): GradientTransformation<ScaleByRssState> {
  checkOptions("scale_by_rss", options, RSS_OPTIONS);
  const { initialAccumulatorValue = 0.1, eps = 1e-7 } = options;
  return transformation(
    (params) => new ScaleByRssState(filledLike(params, initialAccumulatorValue)),
    (updates, state) => {
      const sums = mapArrays((g, sum) => g.mul(g).add(sum), updates, state.sumOfSquares);
      const scaled = mapArrays(
        (g, sum) => where(sum.greater(0), unaryOp("rsqrt", sum.add(eps)), 0).mul(g),
        updates,
        sums,
      );
      return [scaled, new ScaleByRssState(sums)];
    },
  );
}
