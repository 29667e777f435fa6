import type { PrintedType } from "./decimal";
import type { ElementText } from "./element-text";
import { elementText } from "./element-text";
import { printOptions } from "./print-options";
import { formatScalar } from "./scalar-text";

/** What an array's text depends on; booleans are 0 and 1, a key is its two words, one after the other. */
export interface ArrayContents {
  readonly shape: readonly number[];
  readonly dtype: PrintedType;
  readonly weak: boolean;
  readonly values: ArrayLike<number>;
}

const PREFIX = "Array(";

/**
 * An array's text: `"repr"` is JAX's `Array([1., 2.], dtype=float32)`, `"str"` is what print shows,
 * NumPy's `[1. 2.]`. Rules of NumPy 2.4's array2string, with the options that are set.
 */
export function formatArray(array: ArrayContents, mode: "repr" | "str"): string {
  if (array.dtype === "key<fry>") return keyText(array);
  return mode === "str" ? strText(array) : reprText(array);
}

/** The elements alone as NumPy's own arrays show them, with lines that fit behind `array(`. */
export function formatElements(array: ArrayContents, mode: "repr" | "str"): string {
  if (mode === "str") return strText(array);
  return bodyText(array, ", ", printOptions().linewidth - 1, PREFIX.length);
}

function strText(array: ArrayContents): string {
  const { shape, dtype, values } = array;
  if (shape.length === 0) return formatScalar(values[0] ?? NaN, dtype);
  return bodyText(array, " ", printOptions().linewidth, 0);
}

function reprText(array: ArrayContents): string {
  const { shape, dtype, weak } = array;
  const { linewidth } = printOptions();
  const type = `dtype=${dtype}${weak ? ", weak_type=True" : ""}`;
  const body = shape.includes(0)
    ? `[], shape=${shapeText(shape)}`
    : bodyText(array, ", ", linewidth - 1, PREFIX.length);
  const lastLine = body.length - body.lastIndexOf("\n") + 1;
  // JAX widens the gap instead of breaking the line; the text is kept as it is.
  const gap = lastLine + type.length + 2 > linewidth ? " ".repeat(PREFIX.length) : " ";
  return `${PREFIX}${body},${gap}${type})`;
}

function keyText({ shape, values }: ArrayContents): string {
  const words: ArrayContents = { shape: [...shape, 2], dtype: "uint32", weak: false, values };
  return `${PREFIX}${shapeText(shape)}, dtype=key<fry>) overlaying:\n${strText(words)}`;
}

/** A shape as Python writes a tuple: `()`, `(3,)`, `(2, 3)`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** Everything the nested writer needs that does not change on the way down. */
interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly values: ArrayLike<number>;
  readonly separator: string;
  readonly summarised: boolean;
  readonly write: ElementText;
}

function bodyText(
  { shape, dtype, values }: ArrayContents,
  separator: string,
  width: number,
  prefix: number,
): string {
  if (shape.includes(0)) return "[]";
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const summarised = shape.reduce((a, b) => a * b, 1) > printOptions().threshold;
  const shown: number[] = [];
  const layout = { shape, strides, values, separator, summarised };
  collectShown(layout, 0, 0, shown);
  const write = elementText(shown, dtype, shape.length === 0);
  return nested({ ...layout, write }, 0, 0, " ".repeat(prefix + 1), width);
}

/** The indices of an axis that are shown, and after how many of them the dots stand (0: none). */
function shownIndices(length: number, summarised: boolean): readonly [number[], dotsAt: number] {
  const all = Array.from({ length }, (_, index) => index);
  const { edgeitems } = printOptions();
  if (!summarised || length <= 2 * edgeitems) return [all, 0];
  return [[...all.slice(0, edgeitems), ...all.slice(length - edgeitems)], edgeitems];
}

function collectShown(
  layout: Omit<Layout, "write">,
  axis: number,
  offset: number,
  shown: number[],
): void {
  const { shape, strides, values, summarised } = layout;
  if (axis === shape.length) {
    shown.push(values[offset] ?? NaN);
    return;
  }
  const [indices] = shownIndices(shape[axis] ?? 0, summarised);
  for (const index of indices)
    collectShown(layout, axis + 1, offset + index * (strides[axis] ?? 0), shown);
}

/** The text of the sub-array at `axis`, without the indent of its first line. */
function nested(
  layout: Layout,
  axis: number,
  offset: number,
  indent: string,
  width: number,
): string {
  const { shape, strides, values, separator, summarised, write } = layout;
  if (axis === shape.length) return write(values[offset] ?? NaN);
  const [indices, dotsAt] = shownIndices(shape[axis] ?? 0, summarised);
  const parts = indices.map((index) =>
    nested(layout, axis + 1, offset + index * (strides[axis] ?? 0), `${indent} `, width - 1),
  );
  if (dotsAt > 0) parts.splice(dotsAt, 0, "...");
  const left = shape.length - axis;
  if (left === 1) return `[${wrapped(parts, separator, indent, width - 1)}]`;
  const lineEnd = separator.trimEnd() + "\n".repeat(left - 1);
  return `[${parts.join(lineEnd + indent)}]`;
}

/** Words joined on lines of at most `width` columns, each line after the first starting with `indent`. */
function wrapped(
  words: readonly string[],
  separator: string,
  indent: string,
  width: number,
): string {
  const lines: string[] = [];
  let line = indent;
  for (const [index, word] of words.entries()) {
    if (line.length + word.length > width && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += word + (index < words.length - 1 ? separator : "");
  }
  return [...lines, line].join("\n").slice(indent.length);
}
