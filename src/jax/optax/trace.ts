import { checkOptions } from "../base/check-options";
import { NamedTuple, registerNamedTuple } from "./named-tuple";
import { transformation } from "./transformation";
import type { GradientTransformation } from "./transformation";
import { mapArrays, zerosOf } from "./tree-math";

/** The momentum: a decaying sum of gradients. */
export class TraceState extends NamedTuple {
  static readonly pythonName = "TraceState";
  constructor(readonly trace: unknown) {
    super();
  }
}
registerNamedTuple(TraceState);

/** Momentum: each update is the gradient plus `decay` times the update before. */
export function trace(
  decay: number,
  options: { readonly nesterov?: boolean } = {},
): GradientTransformation<TraceState> {
  checkOptions("trace", options, ["nesterov"]);
  return transformation(
    (params) => new TraceState(zerosOf(params)),
    (updates, state) => {
      const add = (tree: unknown): unknown =>
        mapArrays((g, t) => g.add(t.mul(decay)), updates, tree);
      const next = add(state.trace);
      return [options.nesterov === true ? add(next) : next, new TraceState(next)];
    },
  );
}
