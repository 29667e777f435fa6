import type { Shape } from "../array/aval";

/** How JAX writes a change of axes of length 1 alone; null for any other change of a shape. */
export type UnitAxes =
  | { readonly name: "broadcast_in_dim"; readonly dims: Shape }
  | { readonly name: "squeeze"; readonly dims: Shape };

/** New axes of length 1 are broadcasts in JAX, dropped ones squeezes. `dims` are where the old axes go, or the dropped. */
export function unitAxes(from: Shape, to: Shape): UnitAxes | null {
  if (to.length > from.length) {
    const dims = placesIn(from, to);
    return dims === null ? null : { name: "broadcast_in_dim", dims };
  }
  const kept = to.length < from.length ? placesIn(to, from) : null;
  if (kept === null) return null;
  return { name: "squeeze", dims: [...from.keys()].filter((axis) => !kept.includes(axis)) };
}

/** Where the lengths of `few` stand among those of `many`, the others being 1; null if they do not. */
function placesIn(few: Shape, many: Shape): number[] | null {
  const places: number[] = [];
  let next = few.length - 1;
  for (let axis = many.length - 1; axis >= 0; axis--) {
    if (next >= 0 && many[axis] === few[next] && (many[axis] !== 1 || axis <= next)) {
      places.unshift(axis);
      next--;
    } else if (many[axis] !== 1) return null;
  }
  return next < 0 ? places : null;
}
