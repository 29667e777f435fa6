import type { RunInput } from "../../protocol/run";

/** Writes an argument as one would type it: 0.05, [1, 2], [[1, 2], [3, 4]]. */
export function formatInput({ shape, data }: RunInput): string {
  if (shape === null) return formatNumber(data[0] ?? Number.NaN);
  return formatNested(shape, data);
}

function formatNested(shape: readonly number[], data: readonly number[]): string {
  const [length = 0, ...inner] = shape;
  if (inner.length === 0) return `[${data.map(formatNumber).join(", ")}]`;
  const size = data.length / length;
  const rows = Array.from({ length }, (_, row) =>
    formatNested(inner, data.slice(row * size, (row + 1) * size)),
  );
  return `[${rows.join(", ")}]`;
}

/** The shortest decimal that is the same float32. */
function formatNumber(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return String(short);
  }
  return String(value);
}
