import { memo, useId, useMemo } from "react";
import type { PointerEvent } from "react";
import { curvePath, layoutCurves, lossRange, MARGIN, spread } from "./curves-layout";
import type { CurvesLayout } from "./curves-layout";
import type { ShownRun } from "./shown-run";
import "./curves-drawing.css";

export const CURVES_HEIGHT = 250;
const LABEL_GAP = 15;

export type CurvesDrawingProps = {
  width: number;
  shown: readonly ShownRun[];
  /** The same at the previous setting. */
  ghosts: readonly ShownRun[];
  steps: number;
  /** Curves are drawn up to this step. */
  at: number;
  /** Drawn stronger. */
  front: ShownRun["key"];
  description: string;
  onPointer?: (event: PointerEvent<SVGSVGElement>, stepAt: (pixels: number) => number) => void;
};

/** The loss of every run over the steps, on a log scale. */
export function CurvesDrawing(props: CurvesDrawingProps) {
  const { width, shown, ghosts, steps, at, front, description, onPointer } = props;
  const id = useId();
  const layout = useMemo(() => {
    const all = [...shown, ...ghosts].map(({ run }) => run);
    return layoutCurves({ width, height: CURVES_HEIGHT, steps, ...lossRange(all, steps) });
  }, [shown, ghosts, width, steps]);
  const { x, y } = layout;
  const bottom = CURVES_HEIGHT - MARGIN.bottom;
  const tips = shown.map(({ run }) => y(run.lossAt(at)));
  const labels = spread(tips, LABEL_GAP, MARGIN.top + 4, bottom);
  const stepAt = (pixels: number) => {
    const share = (pixels - x(0)) / (x(steps) - x(0));
    return Math.round(Math.min(1, Math.max(0, share)) * steps);
  };
  const pointer = onPointer && ((event: PointerEvent<SVGSVGElement>) => onPointer(event, stepAt));
  return (
    <svg
      data-export
      className="freeze-curves"
      role="img"
      aria-label={description}
      width={width}
      height={CURVES_HEIGHT}
      viewBox={`0 0 ${width} ${CURVES_HEIGHT}`}
      onPointerDown={pointer}
      onPointerMove={pointer}
    >
      <clipPath id={id}>
        <rect x={x(0)} y={0} width={Math.max(0.01, x(at) - x(0))} height={CURVES_HEIGHT} />
      </clipPath>
      <Axes layout={layout} />
      <Curves runs={ghosts} layout={layout} steps={steps} front={null} ghost />
      <g clipPath={`url(#${id})`}>
        <Curves runs={shown} layout={layout} steps={steps} front={front} />
      </g>
      <path className="freeze-now" d={`M${x(at)} ${MARGIN.top}V${bottom}`} data-screen-only />
      {shown.map(({ key, name }, i) => (
        <g key={key} data-run={key} data-front={key === front}>
          <circle className="freeze-tip" cx={x(at)} cy={tips[i]} r={3} />
          <path
            className="freeze-lead"
            d={`M${x(steps) + 4} ${y(shown[i].run.lossAt(at))}L${x(steps) + 14} ${labels[i]}`}
          />
          <text x={x(steps) + 18} y={labels[i] + 4}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

type CurvesProps = {
  runs: readonly ShownRun[];
  layout: CurvesLayout;
  steps: number;
  front: ShownRun["key"] | null;
  ghost?: boolean;
};

/** Drawn once a setting: what plays is the edge that clips them. */
const Curves = memo(function Curves({ runs, layout, steps, front, ghost = false }: CurvesProps) {
  return runs.map(({ key, run }) => (
    <path
      key={key}
      className={ghost ? "freeze-ghost" : "freeze-curve"}
      data-run={key}
      data-front={key === front}
      d={curvePath(run, steps, layout)}
    />
  ));
});

const Axes = memo(function Axes({ layout }: { layout: CurvesLayout }) {
  const { x, y, width, decades, stepTicks } = layout;
  const right = width - MARGIN.right;
  return (
    <g className="freeze-axes" aria-hidden="true">
      {decades.map((power) => (
        <g key={power}>
          <path d={`M${MARGIN.left} ${y(10 ** power)}H${right}`} />
          <text x={MARGIN.left - 6} y={y(10 ** power) + 4} textAnchor="end">
            {powerText(power)}
          </text>
        </g>
      ))}
      {stepTicks.map((step) => (
        <text key={step} x={x(step)} y={CURVES_HEIGHT - MARGIN.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
      <text className="freeze-axis-name" x={right} y={CURVES_HEIGHT - 4} textAnchor="end">
        steps
      </text>
      <text className="freeze-axis-name" x={2} y={12}>
        loss, log scale
      </text>
    </g>
  );
});

function powerText(power: number): string {
  return power < -3 ? `1e${power}`.replace("-", "−") : String(Number((10 ** power).toPrecision(1)));
}
