import { memo, useId, useMemo } from "react";
import type { PointerEvent } from "react";
import { useWidth } from "../../../figures/parts/use-width";
import { curvePath, layoutCurves, lossRange, MARGIN, spread } from "./curves-layout";
import type { CurvesLayout } from "./curves-layout";
import type { ShownRun } from "./shown-run";

const HEIGHT = 250;
const LABEL_GAP = 15;

export type LossCurvesProps = {
  shown: readonly ShownRun[];
  /** The same at the previous setting. */
  ghosts: readonly ShownRun[];
  steps: number;
  /** Curves are drawn up to this step. */
  at: number;
  /** Drawn stronger. */
  front: ShownRun["key"];
  description: string;
  onGoTo: (step: number) => void;
};

/** The loss of every run over the steps, on a log scale. Dragging across it goes to a step. */
export function LossCurves(props: LossCurvesProps) {
  const { shown, ghosts, steps, at, front, description, onGoTo } = props;
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>(600);
  const layout = useMemo(() => {
    const all = [...shown, ...ghosts].map(({ run }) => run);
    return layoutCurves({ width, height: HEIGHT, steps, ...lossRange(all, steps) });
  }, [shown, ghosts, width, steps]);
  const { x, y } = layout;
  const bottom = HEIGHT - MARGIN.bottom;
  const tips = shown.map(({ run }) => y(run.lossAt(at)));
  const labels = spread(tips, LABEL_GAP, MARGIN.top + 4, bottom);
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - x(0)) / (x(steps) - x(0));
    onGoTo(Math.round(Math.min(1, Math.max(0, share)) * steps));
  };
  return (
    <div ref={box} className="freeze-curves">
      <svg
        data-export
        role="img"
        aria-label={description}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        onPointerDown={drag}
        onPointerMove={drag}
      >
        <clipPath id={id}>
          <rect x={x(0)} y={0} width={Math.max(0.01, x(at) - x(0))} height={HEIGHT} />
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
    </div>
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
        <text key={step} x={x(step)} y={HEIGHT - MARGIN.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
      <text className="freeze-axis-name" x={right} y={HEIGHT - 1} textAnchor="end">
        steps
      </text>
      <text className="freeze-axis-name" x={2} y={12}>
        loss, log scale
      </text>
    </g>
  );
});

function powerText(power: number): string {
  return power < -4 ? `1e${power}`.replace("-", "−") : String(Number((10 ** power).toPrecision(1)));
}
