import { memo } from "react";
import { spread } from "../freeze-lab/curves-layout";
import { heightOf, POWERS, wayOf } from "./draw-round";
import type { Letter, Round } from "./draw-round";
import "./bug-curves.css";

export const BUG_CURVES_HEIGHT = 260;
const MARGIN = { left: 52, right: 40, top: 24, bottom: 36 } as const;
const LABEL_GAP = 16;

export type BugCurvesProps = {
  round: Round;
  width: number;
  /** Drawn stronger. */
  front: Letter | null;
  /** All of it in words. */
  label: string;
};

/** The curves of a round on a log scale, each with its letter at its end, and the right one dotted. */
export const BugCurves = memo(function BugCurves({ round, width, front, label }: BugCurvesProps) {
  const { curves, right } = round;
  const steps = right.length - 1;
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const bottom = BUG_CURVES_HEIGHT - MARGIN.bottom;
  const x = (step: number) => MARGIN.left + inner * wayOf(step, steps);
  const y = (loss: number) => bottom - heightOf(loss) * (bottom - MARGIN.top);
  const path = (losses: readonly number[]) =>
    `M${losses.map((loss, step) => `${x(step).toFixed(1)} ${y(loss).toFixed(1)}`).join("L")}`;
  const ends = curves.map(({ losses }) => y(losses[steps] ?? NaN));
  const names = spread(ends, LABEL_GAP, MARGIN.top + 4, bottom);
  const powers = Array.from({ length: POWERS.to - POWERS.from + 1 }, (_, i) => POWERS.from + i);
  return (
    <svg
      data-export
      className="bug-curves"
      role="img"
      aria-label={label}
      width={width}
      height={BUG_CURVES_HEIGHT}
      viewBox={`0 0 ${width} ${BUG_CURVES_HEIGHT}`}
    >
      {powers.map((power) => (
        <g key={power} className="bug-axis">
          <path d={`M${MARGIN.left} ${y(10 ** power)}H${width - MARGIN.right}`} />
          <text data-anchor="end" x={MARGIN.left - 6} y={y(10 ** power) + 4}>
            {powerText(power)}
          </text>
        </g>
      ))}
      <g className="bug-axis">
        {[0, 10, 50, 100, steps].map((step) => (
          <text key={step} data-anchor="middle" x={x(step)} y={bottom + 16}>
            {step}
          </text>
        ))}
        <text x={2} y={12}>
          loss, log scale
        </text>
        <text data-anchor="end" x={width - MARGIN.right} y={BUG_CURVES_HEIGHT - 4}>
          steps, square-root scale
        </text>
      </g>
      <path className="bug-right" d={path(right)} />
      {curves.map(({ letter, losses }, i) => (
        <g key={letter} data-letter={letter} data-front={letter === front}>
          <path className="bug-curve" d={path(losses)} />
          <path
            className="bug-lead"
            d={`M${x(steps) + 3} ${ends[i]}L${x(steps) + 14} ${names[i]}`}
          />
          <text className="bug-letter" x={x(steps) + 18} y={(names[i] ?? 0) + 4}>
            {letter}
          </text>
        </g>
      ))}
    </svg>
  );
});

/** The top edge holds all that is higher. */
function powerText(power: number): string {
  const number = String(Number((10 ** power).toPrecision(1)));
  return power === POWERS.to ? `≥ ${number}` : number;
}
