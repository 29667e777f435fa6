import { mapArrays } from "./tree-math";

/** The parameters with the updates added; each keeps its dtype. */
export function applyUpdates<Params>(params: Params, updates: unknown): Params {
  return mapArrays((p, u) => p.add(u).astype(p.dtype), params, updates) as Params;
}
