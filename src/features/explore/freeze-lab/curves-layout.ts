/** Geometry of the loss chart: steps across, the loss upwards on a log scale. */
import type { Run } from "./runs";

export const MARGIN = { left: 44, right: 92, top: 24, bottom: 36 } as const;

export type CurvesLayout = {
  width: number;
  height: number;
  x(step: number): number;
  /** Losses beyond the scale, and those that are no number, lie on its edge. */
  y(loss: number): number;
  decades: readonly number[];
  stepTicks: readonly number[];
};

/** Lays the chart out for so many steps and losses between two powers of ten. */
export function layoutCurves(size: {
  width: number;
  height: number;
  steps: number;
  from: number;
  to: number;
}): CurvesLayout {
  const { width, height, steps, from, to } = size;
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const [bottom, top] = [height - MARGIN.bottom, MARGIN.top];
  const every = [10, 20, 50, 100, 200].find((each) => steps / each <= inner / 56) ?? 250;
  return {
    width,
    height,
    x: (step) => MARGIN.left + (inner * step) / steps,
    y(loss) {
      const power = Math.log10(Number.isNaN(loss) ? Infinity : Math.max(loss, 0));
      const share = (Math.min(to, Math.max(from, power)) - from) / (to - from);
      return bottom - share * (bottom - top);
    },
    decades: Array.from({ length: to - from + 1 }, (_, i) => from + i),
    stepTicks: Array.from({ length: Math.floor(steps / every) + 1 }, (_, i) => i * every),
  };
}

/** Lower losses are as good as none. */
const LOWEST = -8;
/** Higher ones have left for good. */
const HIGHEST = 1;

/** The powers of ten that hold all these runs, at least from a thousandth to 1. */
export function lossRange(runs: readonly Run[], steps: number): { from: number; to: number } {
  let [low, high] = [1e-3, 1];
  for (const run of runs) {
    for (const step of [0, 1, 2, 5, 10, 50, steps]) {
      const loss = run.lossAt(Math.min(step, steps));
      if (loss < low) low = loss;
      if (!(loss <= high)) high = loss;
    }
  }
  const from = Math.max(LOWEST, Math.floor(Math.log10(low)));
  const to = Number.isFinite(high) ? Math.min(HIGHEST, Math.ceil(Math.log10(high))) : HIGHEST;
  return { from, to: Math.max(to, 0) };
}

/** More points than this are closer than pixels. */
const MOST_POINTS = 250;

/** The curve of a run as a path, up to and with the last step. */
export function curvePath(run: Run, steps: number, { x, y }: CurvesLayout): string {
  const stride = Math.max(1, Math.floor(steps / MOST_POINTS));
  let path = "";
  for (let step = 0; step < steps; step += stride)
    path += `${step === 0 ? "M" : "L"}${x(step).toFixed(1)} ${y(run.lossAt(step)).toFixed(1)}`;
  return `${path}L${x(steps).toFixed(1)} ${y(run.lossAt(steps)).toFixed(1)}`;
}

/** Places of labels one below another, each as near to its own as the others let it; `gap` apart. */
export function spread(places: readonly number[], gap: number, from: number, to: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const spreadOut = [...places];
  // Down from the top, then up from the bottom.
  for (const [nth, i] of order.entries())
    spreadOut[i] = Math.max(places[i], nth === 0 ? from : spreadOut[order[nth - 1]] + gap);
  for (const [back, i] of [...order].reverse().entries()) {
    const below = back === 0 ? to : spreadOut[order[order.length - back]] - gap;
    spreadOut[i] = Math.min(spreadOut[i], below);
  }
  return spreadOut;
}
