/** Arithmetic over trees that optimisers share. */
import type { JaxArray } from "../array/array";
import { asArray } from "../numpy/as-array";
import { array, zeros, zerosLike } from "../numpy/creation";
import { power } from "../numpy/elementwise";
import { where } from "../numpy/elementwise";
import { treeMap } from "../tree/map";

/** The largest int32: a step count stays there. */
const LAST_COUNT = 2 ** 31 - 1;

/** Applies a function of arrays to the leaves of trees. */
export function mapArrays(
  f: (...leaves: JaxArray[]) => JaxArray,
  tree: unknown,
  ...rest: readonly unknown[]
): unknown {
  return treeMap((...leaves) => f(...leaves.map((leaf) => asArray(leaf))), tree, ...rest);
}

/** Zeros in the structure, shapes and dtypes of a tree. */
export function zerosOf(tree: unknown): unknown {
  return mapArrays((leaf) => zerosLike(leaf), tree);
}

/** The count before the first step: int32 of shape (). */
export function firstCount(): JaxArray {
  return zeros([], { dtype: "int32" });
}

/** One more; the largest int32 stays. */
export function nextCount(count: JaxArray): JaxArray {
  const one = array(1, { dtype: "int32" });
  const last = array(LAST_COUNT, { dtype: "int32" });
  return where(count.less(last), count.add(one), last);
}

/** (1 − decay) · gᵒʳᵈᵉʳ + decay · moment: a running mean of a power of the gradients. */
export function updateMoment(
  updates: unknown,
  moments: unknown,
  decay: number,
  order: 1 | 2,
): unknown {
  return mapArrays(
    (g, moment) => (order === 1 ? g : g.pow(2)).mul(1 - decay).add(moment.mul(decay)),
    updates,
    moments,
  );
}

/** moment / (1 − decayᶜᵒᵘⁿᵗ): makes up for the zeros with which a running mean starts. */
export function biasCorrected(moment: unknown, decay: number, count: JaxArray): unknown {
  const share = power(decay, count).neg().add(1);
  return mapArrays((leaf) => leaf.div(share.astype(leaf.dtype)), moment);
}
