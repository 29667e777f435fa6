import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fromHost } from "../array/concrete";
import { bind } from "../core/trace";

export type Leaves = readonly JaxArray[];

function every(x: JaxArray, axis: number, start: number, step: number, end: number): JaxArray {
  return bind("slice", [x], {
    start: x.shape.map((_, i) => (i === axis ? Math.min(start, x.shape[axis]) : 0)),
    limit: x.shape.map((n, i) => (i === axis ? Math.max(end, Math.min(start, n)) : n)),
    strides: x.shape.map((_, i) => (i === axis ? step : 1)),
  });
}

/** a₀ b₀ a₁ b₁ …; `a` may have one more. */
function interleaved(a: JaxArray, b: JaxArray, axis: number): JaxArray {
  const [n, m] = [a.shape[axis], b.shape[axis]];
  const order = Int32Array.from(range(n + m), (i) => (i % 2 === 0 ? i / 2 : n + (i - 1) / 2));
  const both = bind("concatenate", [a, b], { dimension: axis });
  return bind("gather", [both, fromHost([n + m], "int32", false, order)], { axis });
}

/** All prefixes along an axis, combined by an associative function: pairs are combined first, and what comes of them is scanned; then the places between are filled in. */
export function prefixes(
  combine: (a: Leaves, b: Leaves) => Leaves,
  elems: Leaves,
  axis: number,
): Leaves {
  const n = elems[0].shape[axis];
  if (n < 2) return elems;
  const pairs = combine(
    elems.map((x) => every(x, axis, 0, 2, n - 1)),
    elems.map((x) => every(x, axis, 1, 2, n)),
  );
  const odd = prefixes(combine, pairs, axis);
  const behind = odd.map((x) => (n % 2 === 0 ? every(x, axis, 0, 1, x.shape[axis] - 1) : x));
  const even =
    behind[0].shape[axis] === 0
      ? behind
      : combine(
          behind,
          elems.map((x) => every(x, axis, 2, 2, n)),
        );
  return even.map((x, i) => {
    const first = every(elems[i], axis, 0, 1, 1);
    return interleaved(bind("concatenate", [first, x], { dimension: axis }), odd[i], axis);
  });
}
