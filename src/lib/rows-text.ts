import { shortNumber } from "./format-number";

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
