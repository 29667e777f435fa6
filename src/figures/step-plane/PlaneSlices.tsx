import type { LossPlane } from "../../figure-models/step-plane-model";
import { FROM, inColumn, TO } from "./plane";
import type { Moves } from "./plane";
import type { PlaneLayout } from "./plane-layout";

export type PlaneSlicesProps = {
  plane: LossPlane;
  start: number;
  at: Moves;
  layout: PlaneLayout;
};

const POINTS = 64;
/** The strips end at this multiple of the loss before the step. */
const MOST = 2;

/** The loss along both lines through a place: below the plane as the first half moves, beside it as the second does. */
export function PlaneSlices({ plane, start, at, layout }: PlaneSlicesProps) {
  const { left, top, side, toPoint, strips } = layout;
  if (!strips) return null;
  const { below, right, size } = strips;
  const height = (loss: number) => Math.min(1, Math.max(0, loss / (MOST * start))) * size;
  const here = plane(at.across);
  const places = Array.from({ length: POINTS + 1 }, (_, i) => FROM + (i * (TO - FROM)) / POINTS);
  const [x, y] = toPoint(at.across, at.up);
  const loss = height(inColumn(here, at.up));
  const along = places.map((across) => {
    const up = below + size - height(inColumn(plane(across), at.up));
    return `${tenths(toPoint(across, 0)[0])} ${tenths(up)}`;
  });
  const upwards = places.map((up) => {
    return `${tenths(right + height(inColumn(here, up)))} ${tenths(toPoint(0, up)[1])}`;
  });
  const middle = size / MOST;
  return (
    <>
      <path className="plane-cross" data-look="first" d={`M${left} ${y}h${side}`} />
      <path className="plane-cross" data-look="second" d={`M${x} ${top}v${side}`} />
      <path className="plane-start" d={`M${left} ${below + size - middle}h${side}`} />
      <path className="plane-start" d={`M${right + middle} ${top}v${side}`} />
      <path className="plane-slice" data-look="first" d={`M${along.join("L")}`} />
      <path className="plane-slice" data-look="second" d={`M${upwards.join("L")}`} />
      <circle className="plane-here" cx={x} cy={below + size - loss} r="4" />
      <circle className="plane-here" cx={right + loss} cy={y} r="4" />
    </>
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
