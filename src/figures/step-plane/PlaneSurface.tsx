import { memo } from "react";
import type { CSSProperties } from "react";
import type { LossPlane } from "../../figure-models/step-plane-model";
import { lineAt, RATIOS, regionsBelow } from "./contours";
import { FROM, TO } from "./plane";
import type { PlaneLayout } from "./plane-layout";

export type PlaneSurfaceProps = {
  plane: LossPlane;
  /** The loss before the step; tones and lines are in ratios to it. */
  start: number;
  halves: readonly [first: string, second: string];
  layout: PlaneLayout;
};

const TICKS = Array.from({ length: TO - FROM + 1 }, (_, i) => FROM + i);
const TOP_DOWN = RATIOS.map((_, i) => RATIOS.length - 1 - i);

/** The landscape: a tone for each level, lines between them, a dotted one where the loss is that before the step. */
export const PlaneSurface = memo(function PlaneSurface(props: PlaneSurfaceProps) {
  const { plane, start, halves, layout } = props;
  const { left, top, side, toPoint, strips } = layout;
  const regions = regionsBelow(
    plane,
    RATIOS.map((ratio) => ratio * start),
    toPoint,
  );
  const square = { x: left, y: top, width: side, height: side };
  const bottom = top + side;
  return (
    <>
      <rect className="plane-region" {...square} style={tone(1)} />
      {TOP_DOWN.map((i) => (
        <path key={i} className="plane-region" d={regions[i]} style={tone(i / RATIOS.length)} />
      ))}
      <path className="plane-start" d={lineAt(plane, start, toPoint)} />
      <rect className="plane-frame" {...square} />
      {TICKS.map((tick) => (
        <g key={tick} className="plane-tick">
          <text x={toPoint(tick, 0)[0]} y={bottom + 17} textAnchor="middle">
            {signed(tick)}
          </text>
          <text x={left - 7} y={toPoint(0, tick)[1] + 4} textAnchor="end">
            {signed(tick)}
          </text>
        </g>
      ))}
      <text className="plane-axis" data-look="first" x={left + side / 2} y={bottom + 36}>
        {halves[0]} half moved, in right steps
      </text>
      <text
        className="plane-axis"
        data-look="second"
        transform={`translate(12 ${top + side / 2}) rotate(-90)`}
      >
        {halves[1]} half moved
      </text>
      {strips && (
        <>
          <path className="plane-strip" d={`M${left} ${strips.below + strips.size}h${side}`} />
          <path className="plane-strip" d={`M${strips.right} ${top}v${side}`} />
        </>
      )}
    </>
  );
});

function tone(share: number): CSSProperties {
  const style: CSSProperties & Record<"--tone", string> = { "--tone": share.toFixed(3) };
  return style;
}

/** With a true minus sign. */
function signed(tick: number): string {
  return String(tick).replace("-", "−");
}
