import type { JaxArray } from "../array/array";
import { sqrt } from "../numpy/elementwise";
import { checkOptions } from "../base/check-options";
import { NamedTuple, registerNamedTuple } from "./named-tuple";
import { transformation } from "./transformation";
import type { GradientTransformation } from "./transformation";
import {
  biasCorrected,
  firstCount,
  mapArrays,
  nextCount,
  updateMoment,
  zerosOf,
} from "./tree-math";

/** Adam's count of steps and its running means of gradients and of their squares. */
export class ScaleByAdamState extends NamedTuple {
  static readonly pythonName = "ScaleByAdamState";
  constructor(
    readonly count: JaxArray,
    readonly mu: unknown,
    readonly nu: unknown,
  ) {
    super();
  }
}
registerNamedTuple(ScaleByAdamState);

export interface AdamOptions {
  /** Decay of the mean of gradients; 0.9 by default. */
  readonly b1?: number;
  /** Decay of the mean of squared gradients; 0.999 by default. */
  readonly b2?: number;
  /** Added to the root; 1e-8 by default. */
  readonly eps?: number;
  /** Added under the root; 0 by default. */
  readonly epsRoot?: number;
  /** Whether to look one step ahead, as NAdam does. */
  readonly nesterov?: boolean;
}
export const ADAM_OPTIONS = ["b1", "b2", "eps", "epsRoot", "nesterov"];

/** Gradients as Adam scales them: their running mean divided by the root of that of their squares. */
export function scaleByAdam(options: AdamOptions = {}): GradientTransformation<ScaleByAdamState> {
  checkOptions("scale_by_adam", options, ADAM_OPTIONS);
  const { b1 = 0.9, b2 = 0.999, eps = 1e-8, epsRoot = 0, nesterov = false } = options;
  return transformation(
    (params) => new ScaleByAdamState(firstCount(), zerosOf(params), zerosOf(params)),
    (updates, state) => {
      const mu = updateMoment(updates, state.mu, b1, 1);
      const nu = updateMoment(updates, state.nu, b2, 2);
      const count = nextCount(state.count);
      const mean = nesterov
        ? mapArrays(
            (m, g) => m.mul(b1).add(g.mul(1 - b1)),
            biasCorrected(mu, b1, nextCount(count)),
            biasCorrected(updates, b1, count),
          )
        : biasCorrected(mu, b1, count);
      const scaled = mapArrays(
        (m, v) => m.div(sqrt(epsRoot === 0 ? v : v.add(epsRoot)).add(eps)),
        mean,
        biasCorrected(nu, b2, count),
      );
      return [scaled, new ScaleByAdamState(count, mu, nu)];
    },
  );
}
