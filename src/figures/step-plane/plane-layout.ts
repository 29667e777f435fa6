/** Where the parts of the drawing stand, in pixels. */
import type { ToPoint } from "./contours";
import { FROM, TO } from "./plane";

export type PlaneLayout = {
  width: number;
  height: number;
  /** The square of the plane. */
  left: number;
  top: number;
  side: number;
  /** One step in pixels. */
  unit: number;
  toPoint: ToPoint;
  /** Strips of the slices: below the plane along its width, and right of it along its height; null without. */
  strips: { size: number; below: number; right: number } | null;
};

const LEFT = 40;
const TOP = 8;
const TICKS = 24;
const TITLE = 22;
const LARGEST_SIDE = 400;

/** Fits a plane, with room for its slices if asked, into a width. */
export function layoutPlane(width: number, slices: boolean): PlaneLayout {
  const size = slices ? (width < 460 ? 56 : 88) : 0;
  const gap = slices ? 12 : 0;
  const side = Math.max(120, Math.min(LARGEST_SIDE, width - LEFT - size - gap - 2));
  const unit = side / (TO - FROM);
  const below = TOP + side + TICKS + TITLE;
  return {
    width: LEFT + side + gap + size + 2,
    height: below + (slices ? size + 6 : 0),
    left: LEFT,
    top: TOP,
    side,
    unit,
    toPoint: (across, up) => [LEFT + (across - FROM) * unit, TOP + (TO - up) * unit],
    strips: slices ? { size, below, right: LEFT + side + gap } : null,
  };
}
