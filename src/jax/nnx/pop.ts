import { ValueError } from "../base/errors";
import type { Filter } from "./filter";
import { toPredicate } from "./filter";
import { ownersIn } from "./module-tree";
import { state } from "./graph";
import type { State, StateEntry } from "./state";
import { entriesOf, stateFrom } from "./state";
import { Variable } from "./variable";

/**
 * Takes the variables that a filter wants out of a module, and gives them as a state; with several filters one
 * state for each. Raises ValueError without a filter.
 *
 * ```ts
 * const kept = nnx.pop(model, nnx.Intermediate);
 * ```
 */
export function pop(module: object, filter: Filter): State;
export function pop(module: object, ...filters: [Filter, Filter, ...Filter[]]): State[];
export function pop(module: object, ...filters: Filter[]): State | State[] {
  if (filters.length === 0) throw new ValueError("Expected at least one filter");
  const predicates = filters.map(toPredicate);
  const groups: StateEntry[][] = filters.map(() => []);
  for (const [path, leaf] of entriesOf(state(module))) {
    const index = predicates.findIndex((wants) => wants(path, leaf));
    if (index >= 0) groups[index].push([path, leaf]);
  }
  const taken = groups.map(stateFrom);
  const popped = new Set(groups.flat().map(([, leaf]) => leaf));
  for (const owner of ownersIn(module)) {
    for (const [name, value] of Object.entries(owner)) {
      if (value instanceof Variable && popped.has(value)) Reflect.deleteProperty(owner, name);
    }
  }
  return taken.length === 1 ? taken[0] : taken;
}
