/** Where the two charts stand, in pixels: beside each other where there is room, else one below the other. */
import { LARGEST, SMALLEST } from "./differences";

export type Chart = { left: number; top: number; width: number; height: number };

export type PokeLayout = { width: number; height: number; curve: Chart; errors: Chart };

const LEFT = 46;
/** Half of the last tick stands beyond the chart. */
const RIGHT = 18;
const TITLE = 24;
const FOOT = 40;
const GAP = 16;
const HEIGHT = 210;
const BESIDE_FROM = 520;

export function layoutPoke(width: number): PokeLayout {
  const beside = width >= BESIDE_FROM;
  const each = (beside ? (width - GAP) / 2 : width) - LEFT - RIGHT;
  const curve = { left: LEFT, top: TITLE, width: each, height: HEIGHT };
  const block = TITLE + HEIGHT + FOOT;
  const errors = beside
    ? { ...curve, left: LEFT + (width + GAP) / 2 }
    : { ...curve, top: block + GAP + TITLE };
  return { width, height: errors.top + HEIGHT + FOOT, curve, errors };
}

/** The loss over the weight: what is in sight, and the way from numbers to pixels. */
export type CurveScale = { from: number; to: number; top: number; x: Way; y: Way };
type Way = (value: number) => number;

/** Room above the highest loss. */
const AIR = 1.08;

export function curveScale(chart: Chart, from: number, to: number, highest: number): CurveScale {
  const top = Math.max(highest * AIR, 1e-6);
  return {
    from,
    to,
    top,
    x: (value) => chart.left + ((value - from) / (to - from)) * chart.width,
    y: (value) => chart.top + (1 - value / top) * chart.height,
  };
}

/** Errors are drawn from here; what is smaller, zero among it, lies on the floor. */
export const LOWEST_ERROR = -16;
const HIGHEST_ERROR = 2;

export const ERROR_TICKS = [-12, -8, -4, 0] as const;
export const EPSILON_TICKS = [-12, -9, -6, -3, 0] as const;

/** The errors over ε, both in powers of ten. */
export function errorScale(chart: Chart): { x: Way; y: Way; epsilonAt: Way } {
  const decades = LARGEST - SMALLEST;
  return {
    x: (epsilon) => chart.left + ((Math.log10(epsilon) - SMALLEST) / decades) * chart.width,
    y(error) {
      const power = Math.min(HIGHEST_ERROR, Math.max(LOWEST_ERROR, Math.log10(error)));
      const share = (power - LOWEST_ERROR) / (HIGHEST_ERROR - LOWEST_ERROR);
      return chart.top + (1 - share) * chart.height;
    },
    epsilonAt: (pixels) => 10 ** (SMALLEST + ((pixels - chart.left) / chart.width) * decades),
  };
}
