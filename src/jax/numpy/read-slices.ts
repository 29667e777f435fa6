import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import type { AxisSelector, ParsedIndex } from "./index-expression";

/** A rectangle along one axis: always forwards, then perhaps reversed. */
interface Extent {
  readonly start: number;
  readonly limit: number;
  readonly stride: number;
  readonly reversed: boolean;
}

function extentOf(one: AxisSelector, n: number): Extent {
  if (one.kind !== "slice") {
    const position = one.kind === "at" ? one.position : 0;
    const start = Math.min(Math.max(position, 0), n - 1);
    return { start, limit: start + 1, stride: 1, reversed: false };
  }
  const { start, step, count } = one;
  if (count === 0) return { start: 0, limit: 0, stride: 1, reversed: false };
  const last = start + (count - 1) * step;
  return step > 0
    ? { start, limit: last + 1, stride: step, reversed: false }
    : { start: last, limit: start + 1, stride: -step, reversed: true };
}

/** Positions and slices alone: one slice, one reversal where steps are negative, one reshape. */
export function readSlices(x: JaxArray, { selectors, layout }: ParsedIndex): JaxArray {
  const extents = selectors.map((one, axis) => extentOf(one, x.shape[axis]));
  const isWhole = extents.every(
    ({ start, limit, stride }, axis) => start === 0 && limit === x.shape[axis] && stride === 1,
  );
  let part = isWhole
    ? x
    : bind("slice", [x], {
        start: extents.map(({ start }) => start),
        limit: extents.map(({ limit }) => limit),
        strides: extents.map(({ stride }) => stride),
      });
  const dimensions = extents.flatMap(({ reversed }, axis) => (reversed ? [axis] : []));
  if (dimensions.length > 0) part = bind("rev", [part], { dimensions });
  const shape = layout.flatMap((item) => {
    if (typeof item !== "number") return [1];
    return selectors[item].kind === "slice" ? [part.shape[item]] : [];
  });
  return reshape(part, shape);
}
