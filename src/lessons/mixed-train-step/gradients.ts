/** What optimizers and clipping put in the gradient's place on a first step, in float64. */
import type { StepReading } from "./simulate";
import type { Leaves } from "./weights";
import { mapLeaves } from "./weights";

type Change = NonNullable<StepReading["gradient"]>;

/** Only the sign of each entry; 0 stays 0. */
export const signs: Change = (gradient) => mapLeaves(gradient, gradient, Math.sign);

const EPSILON = 1e-8;
/** First moments are made with 1 − 0.9 and divided by what is left of 1 − 0.9 in float32; second ones likewise. */
const FIRST_MOMENT = Math.fround(1 - 0.9) / (1 - Math.fround(0.9));
const SECOND_MOMENT = Math.fround(1 - 0.999) / (1 - Math.fround(0.999));

/** `optax.adam`, and with a decay of 1e-4 `optax.adamw` (Kingma and Ba 2015; Loshchilov and Hutter 2019). */
export function adam(decay: number): Change {
  return (gradient, parameters) =>
    mapLeaves(gradient, parameters, (slope, value) => {
      const scale = Math.sqrt(SECOND_MOMENT * slope * slope) + EPSILON;
      return (FIRST_MOMENT * slope) / scale + decay * value;
    });
}

/** `optax.rmsprop`: the mean of squares starts at 0 and takes a tenth of the first one. */
export const rmsprop: Change = (gradient) =>
  mapLeaves(gradient, gradient, (slope) => slope / Math.sqrt(0.1 * slope * slope + EPSILON));

/** `optax.clip`. */
export function clippedByValue(limit: number): Change {
  return (gradient) =>
    mapLeaves(gradient, gradient, (slope) => Math.max(-limit, Math.min(limit, slope)));
}

type Groups = readonly (readonly number[])[];
const TOGETHER: Groups = [[0, 1, 2, 3]];
const BY_HALF: Groups = [
  [0, 1],
  [2, 3],
];
const BY_LEAF: Groups = [[0], [1], [2], [3]];

/** `optax.clip_by_global_norm`, over both trees, over each tree or over each leaf. */
export function clippedTo(limit: number, over: "both" | "tree" | "leaf"): Change {
  const groups = { both: TOGETHER, tree: BY_HALF, leaf: BY_LEAF }[over];
  return (gradient) => {
    const scales = groups.map((leaves) => limit / Math.max(limit, norm(gradient, leaves)));
    const scaleOf = (leaf: number) =>
      scales[groups.findIndex((group) => group.includes(leaf))] ?? 1;
    return mapLeaves(gradient, gradient, (slope, _, leaf) => scaleOf(leaf) * slope);
  };
}

function norm(gradient: Leaves, leaves: readonly number[]): number {
  return Math.hypot(...leaves.flatMap((leaf) => gradient[leaf] ?? []));
}

/** A change of one half's gradient alone. */
export function inHalf(half: "nnx" | "linen", change: Change): Change {
  return (gradient, parameters) => {
    const changed = change(gradient, parameters);
    return half === "nnx"
      ? [changed[0], changed[1], gradient[2], gradient[3]]
      : [gradient[0], gradient[1], changed[2], changed[3]];
  };
}
