import { shortNumber } from "../../lib/format-number";

const MOST_SHOWN = 8;

/** An input as one line: a number, or the first entries of an array with its shape where that is not plain. */
export function inputText(shape: readonly number[], data: readonly number[]): string {
  const shown = data.slice(0, MOST_SHOWN).map(shortNumber).join(", ");
  if (shape.length === 0 && data.length === 1) return shown;
  const more = data.length > MOST_SHOWN ? ", …" : "";
  const size = shape.length > 1 || more ? `  (shape ${shape.join(" × ")})` : "";
  return `[${shown}${more}]${size}`;
}

const MOST_ROWS = 8;

/** An array in rows of its last axis, one a line; a number by itself. */
export function rowsText(shape: readonly number[], data: readonly number[]): string {
  const width = shape.at(-1);
  if (width === undefined) return data.map(shortNumber).join(", ");
  const rows: string[] = [];
  for (let i = 0; i < data.length && rows.length < MOST_ROWS; i += Math.max(1, width)) {
    rows.push(
      `[${data
        .slice(i, i + width)
        .map(shortNumber)
        .join(", ")}]`,
    );
  }
  return rows.length * width < data.length ? `${rows.join("\n")}\n…` : rows.join("\n");
}
