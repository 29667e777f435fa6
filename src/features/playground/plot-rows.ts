import type { PlotSeries } from "../../protocol/run";

/** One position on the x axis with the value of each series; null leaves a gap. */
export type PlotRow = { x: number; values: readonly (number | null)[] };

const MOST_POINTS = 1000;
/** Larger numbers than this break an axis. */
const DRAWABLE = 1e12;

/** Series as rows of a line chart; long ones are thinned evenly to at most 1000 positions. */
export function plotRows(plots: readonly PlotSeries[]): PlotRow[] {
  const length = Math.max(0, ...plots.map(({ values }) => values.length));
  const count = Math.min(length, MOST_POINTS);
  return Array.from({ length: count }, (_, i) => {
    const x = count === length ? i : Math.round((i * (length - 1)) / (count - 1));
    return { x, values: plots.map(({ values }) => drawable(values[x])) };
  });
}

function drawable(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < DRAWABLE ? value : null;
}
