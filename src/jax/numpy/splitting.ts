import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { ValueError, ZeroDivisionError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";

/** A number of equal parts, or the positions at which to cut. */
type Sections = number | readonly number[];
type Split = (
  ary: ArrayLike,
  indicesOrSections: Sections,
  axis?: number | { axis?: number },
) => JaxArray[];

/** The part of an array from `start` up to `end` along an axis; ends beyond the array count as its end. */
export function part(x: JaxArray, axis: number, start: number, end: number): JaxArray {
  const n = x.shape[axis];
  const clamp = (i: number): number => Math.min(n, Math.max(0, i < 0 ? i + n : i));
  const from = clamp(start);
  return bind("slice", [x], {
    start: x.shape.map((_, i) => (i === axis ? from : 0)),
    limit: x.shape.map((m, i) => (i === axis ? Math.max(from, clamp(end)) : m)),
    strides: x.shape.map(() => 1),
  });
}

function cut(name: string, x: JaxArray, sections: Sections, axis: number): JaxArray[] {
  const n = x.shape[axis];
  if (typeof sections !== "number") {
    const points = [0, ...sections];
    return points.map((from, i) => part(x, axis, from, i + 1 < points.length ? points[i + 1] : n));
  }
  if (sections === 0) throw new ZeroDivisionError("integer division or modulo by zero");
  if (sections <= 0 || !Number.isInteger(sections))
    throw new ValueError("number sections must be larger than 0.");
  const [size, larger] = [Math.floor(n / sections), n % sections];
  if (larger !== 0 && name === "split")
    throw new ValueError(`array split does not result in an equal division: rest is ${larger}`);
  const starts = Array.from({ length: sections }, (_, i) => i * size + Math.min(i, larger));
  return starts.map((from, i) => part(x, axis, from, i + 1 < sections ? starts[i + 1] : n));
}

function splitting(name: "split" | "array_split"): Split {
  return define(
    "jax.numpy",
    `${name}(@ary, indices_or_sections, axis=0)`,
    (ary: ArrayLike, sections: Sections, axis = 0) => {
      const x = asArray(ary, name);
      return cut(name, x, sections, normalAxis(axis, x.shape.length));
    },
  );
}
/** Cuts an array into equal parts, or at the given positions. */
export const split: Split = splitting("split");
/** Cuts an array into parts whose lengths differ by at most 1. */
export const arraySplit: Split = splitting("array_split");

type PlainSplit = (ary: ArrayLike, indicesOrSections: Sections) => JaxArray[];
function along(name: string, axisOf: (rank: number) => number): PlainSplit {
  return define(
    "jax.numpy",
    `${name}(@ary, indices_or_sections)`,
    (ary: ArrayLike, sections: Sections) => {
      const x = asArray(ary, name);
      const axis = axisOf(x.shape.length);
      if (axis >= x.shape.length)
        throw new ValueError(
          `${name} needs an array of at least ${axis + 1} axes, got shape ${tupleText(x.shape)}`,
        );
      return cut("split", x, sections, axis);
    },
  );
}
/** Cuts into rows: along the first axis. */
export const vsplit: PlainSplit = along("vsplit", () => 0);
/** Cuts side by side: along the second axis, of vectors along the first. */
export const hsplit: PlainSplit = along("hsplit", (rank) => (rank === 1 ? 0 : 1));
/** Cuts along the third axis. */
export const dsplit: PlainSplit = along("dsplit", () => 2);

/** The slices along an axis, one by one. */
export const unstack: (x: ArrayLike, options?: { axis?: number }) => JaxArray[] = define(
  "jax.numpy",
  "unstack(@x, /, *, axis=0)",
  (x: ArrayLike, axis = 0) => {
    const value = asArray(x, "unstack");
    if (value.shape.length === 0)
      throw new ValueError(
        "Unstack requires arrays with rank > 0, however a scalar array was passed.",
      );
    const at = normalAxis(axis, value.shape.length);
    const shape = value.shape.filter((_, i) => i !== at);
    return Array.from({ length: value.shape[at] }, (_, i) =>
      reshape(part(value, at, i, i + 1), shape),
    );
  },
);
