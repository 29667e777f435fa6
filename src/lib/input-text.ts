import { shortNumber } from "./format-number";

const MOST_SHOWN = 8;

/** An input as one line: a number, or the first entries of an array with its shape where that is not plain. */
export function inputText(shape: readonly number[], data: readonly number[]): string {
  const shown = data.slice(0, MOST_SHOWN).map(shortNumber).join(", ");
  if (shape.length === 0 && data.length === 1) return shown;
  const more = data.length > MOST_SHOWN ? ", …" : "";
  const size = shape.length > 1 || more ? `  (shape ${shape.join(" × ")})` : "";
  return `[${shown}${more}]${size}`;
}
