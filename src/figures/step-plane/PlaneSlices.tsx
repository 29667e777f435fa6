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
/** The strips end at this multiple of the loss before the step; a curve that goes on is cut off there. */
const MOST = 2;

/** The loss along both lines through a place: below the plane as the first half moves, beside it as the second does. */
export function PlaneSlices({ plane, start, at, layout }: PlaneSlicesProps) {
  const { left, top, side, unit, toPoint, strips } = layout;
  if (!strips) return null;
  const { below, right, size } = strips;
  const length = (loss: number) => (Math.max(0, loss) / (MOST * start)) * size;
  const here = plane(at.across);
  const places = Array.from({ length: POINTS + 1 }, (_, i) => (i * (TO - FROM)) / POINTS);
  const [x, y] = toPoint(at.across, at.up);
  const loss = Math.min(size, length(inColumn(here, at.up)));
  const along = places.map((way) => {
    const up = size - length(inColumn(plane(FROM + way), at.up));
    return `${tenths(way * unit)} ${tenths(up)}`;
  });
  const upwards = places.map((way) => {
    return `${tenths(length(inColumn(here, TO - way)))} ${tenths(way * unit)}`;
  });
  const middle = size / MOST;
  return (
    <>
      <path className="plane-cross" data-look="first" d={`M${left} ${y}h${side}`} />
      <path className="plane-cross" data-look="second" d={`M${x} ${top}v${side}`} />
      {/* An inner drawing cuts off what is beyond it. */}
      <svg aria-hidden="true" x={left} y={below} width={side} height={size}>
        <path className="plane-start" d={`M0 ${size - middle}h${side}`} />
        <path className="plane-slice" data-look="first" d={`M${along.join("L")}`} />
      </svg>
      <svg aria-hidden="true" x={right} y={top} width={size} height={side}>
        <path className="plane-start" d={`M${middle} 0v${side}`} />
        <path className="plane-slice" data-look="second" d={`M${upwards.join("L")}`} />
      </svg>
      <circle className="plane-here" cx={x} cy={below + size - loss} r="4" />
      <circle className="plane-here" cx={right + loss} cy={y} r="4" />
    </>
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
