import type { JaxArray } from "../array/array";
import { asArray } from "../numpy/as-array";
import { array } from "../numpy/creation";
import { clip as clipArray, sqrt, where } from "../numpy/elementwise";
import { leaves } from "../tree/flatten";
import { stateless } from "./transformation";
import type { EmptyState, GradientTransformation } from "./transformation";
import { mapArrays } from "./tree-math";

/** The Euclidean norm of all numbers of a tree together. */
export function globalNorm(updates: unknown): JaxArray {
  const squares = leaves(updates).map((leaf) => asArray(leaf).pow(2).sum());
  return sqrt(squares.length === 0 ? array(0) : squares.reduce((total, next) => total.add(next)));
}

/** Limits every number of the updates to [−maxDelta, maxDelta]. */
export function clip(maxDelta: number): GradientTransformation<EmptyState> {
  return stateless((updates) => mapArrays((g) => clipArray(g, -maxDelta, maxDelta), updates));
}

/** Shortens the updates to a global norm of `maxNorm` where theirs is larger. */
export function clipByGlobalNorm(maxNorm: number): GradientTransformation<EmptyState> {
  return stateless((updates) => {
    const norm = globalNorm(updates);
    const isShort = norm.less(maxNorm);
    return mapArrays((g) => where(isShort, g, g.div(norm.astype(g.dtype)).mul(maxNorm)), updates);
  });
}
