import type { Verdict } from "../../protocol/verdict";

/** One case in the chart; numbers that cannot be drawn are null. */
export type ChartRow = {
  name: string;
  yours: readonly (number | null)[];
  expected: readonly (number | null)[];
};

/** Larger numbers than this break an axis; they are in the table all the same. */
const DRAWABLE = 1e12;

/** The cases as a chart draws them. */
export function chartRows(cases: Verdict["cases"]): ChartRow[] {
  return cases.map((one, i) => ({
    name: String(i + 1),
    yours: one.expected.map((_, j) => drawable(one.got?.[j])),
    expected: one.expected.map(drawable),
  }));
}

function drawable(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < DRAWABLE ? value : null;
}
