import type { JaxArray } from "../array/array";
import { sign } from "../numpy/elementwise";
import { checkOptions } from "../base/check-options";
import { NamedTuple, registerNamedTuple } from "./named-tuple";
import { transformation } from "./transformation";
import type { GradientTransformation } from "./transformation";
import { firstCount, mapArrays, nextCount, updateMoment, zerosOf } from "./tree-math";

/** Lion's count of steps and its running mean of gradients. */
export class ScaleByLionState extends NamedTuple {
  static readonly pythonName = "ScaleByLionState";
  constructor(
    readonly count: JaxArray,
    readonly mu: unknown,
  ) {
    super();
  }
}
registerNamedTuple(ScaleByLionState);

export interface LionScaleOptions {
  /** How much of the mean goes into the direction; 0.9 by default. */
  readonly b1?: number;
  /** Decay of the mean of gradients; 0.99 by default. */
  readonly b2?: number;
}
export const LION_OPTIONS = ["b1", "b2"];

/** The signs of a mix of gradient and running mean. */
export function scaleByLion(
  options: LionScaleOptions = {},
): GradientTransformation<ScaleByLionState> {
  checkOptions("scale_by_lion", options, LION_OPTIONS);
  const { b1 = 0.9, b2 = 0.99 } = options;
  return transformation(
    (params) => new ScaleByLionState(firstCount(), zerosOf(params)),
    (updates, state) => {
      const direction = mapArrays((g, m) => sign(g.mul(1 - b1).add(m.mul(b1))), updates, state.mu);
      const mu = updateMoment(updates, state.mu, b2, 1);
      return [direction, new ScaleByLionState(nextCount(state.count), mu)];
    },
  );
}
