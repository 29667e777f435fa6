import { memo, useId } from "react";
import type { ReactNode } from "react";
import type { WeightLoss } from "../../../figure-models/poke-weight-model";
import type { Look } from "../../../lib/look";
import { differenceAt } from "./differences";
import type { DifferenceKind, ErrorPoint } from "./differences";
import { curveScale, EPSILON_TICKS, ERROR_TICKS, errorScale, LOWEST_ERROR } from "./poke-layout";
import type { Chart, CurveScale, PokeLayout } from "./poke-layout";
import "./poke-drawing.css";

export type PokeDrawingProps = {
  layout: PokeLayout;
  loss: WeightLoss;
  /** What the weight is now. */
  weight: number;
  /** What is in sight on either side of its first value. */
  range: number;
  epsilon: number;
  kind: DifferenceKind;
  errors: readonly ErrorPoint[];
  look: Look;
  name: string;
  /** All of it in words. */
  label: string;
  /** On top of it. */
  children?: ReactNode;
};

/** The loss over one weight with the gradient as its tangent, and how near difference quotients come to that. */
export function PokeDrawing(props: PokeDrawingProps) {
  const { layout, loss, range, errors, epsilon, label, children } = props;
  const { width, height } = layout;
  return (
    <svg
      data-export
      className="poke-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <WeightCurve {...props} from={loss.start - range} to={loss.start + range} />
      <Errors chart={layout.errors} errors={errors} />
      <EpsilonMark chart={layout.errors} epsilon={epsilon} />
      {children}
    </svg>
  );
}

const POINTS = 120;

function WeightCurve(props: PokeDrawingProps & { from: number; to: number }) {
  const { layout, loss, weight, epsilon, kind, look, name, from, to } = props;
  const id = useId();
  const chart = layout.curve;
  const places = [
    ...Array.from({ length: POINTS + 1 }, (_, i) => from + ((to - from) * i) / POINTS),
    ...loss.switches.filter((value) => value > from && value < to),
  ].sort((a, b) => a - b);
  const losses = places.map((value) => loss.at(value).loss);
  const scale = curveScale(chart, from, to, Math.max(...losses));
  const { x, y } = scale;
  const here = loss.at(weight);
  const { float64: secant } = differenceAt(loss, weight, epsilon, kind);
  const far = weight + epsilon;
  const line = places.map((value, i) => `${tenths(x(value))} ${tenths(y(losses[i] ?? NaN))}`);
  const bottom = chart.top + chart.height;
  return (
    <>
      <Frame chart={chart} title="loss" foot={name} look={look} />
      {[from, (from + to) / 2, to].map((value, i) => (
        <text key={i} className="poke-tick" data-anchor="middle" x={x(value)} y={bottom + 16}>
          {signed(value)}
        </text>
      ))}
      {[0, scale.top / 2].map((value) => (
        <text
          key={value}
          className="poke-tick"
          data-anchor="end"
          x={chart.left - 6}
          y={y(value) + 4}
        >
          {tickText(value)}
        </text>
      ))}
      <clipPath id={id}>
        <rect x={chart.left} y={chart.top} width={chart.width} height={chart.height} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        {loss.switches.map((value) => (
          <path key={value} className="poke-switch" d={`M${x(value)} ${chart.top}V${bottom}`} />
        ))}
        <path className="poke-curve" d={`M${line.join("L")}`} />
        <path className="poke-secant" d={straight(scale, weight, here.loss, secant)} />
        <path
          className="poke-tangent"
          data-look={look}
          d={straight(scale, weight, here.loss, here.slope)}
        />
        <circle className="poke-far" cx={x(far)} cy={y(loss.at(far).loss)} r="3.5" />
        {kind === "central" && (
          <circle
            className="poke-far"
            cx={x(weight - epsilon)}
            cy={y(loss.at(weight - epsilon).loss)}
            r="3.5"
          />
        )}
      </g>
      <circle className="poke-here" cx={x(weight)} cy={y(here.loss)} r="6" />
    </>
  );
}

/** A line through the place with this slope, across the whole chart. */
function straight({ from, to, x, y }: CurveScale, weight: number, loss: number, slope: number) {
  const end = (value: number) =>
    `${tenths(x(value))} ${tenths(y(loss + slope * (value - weight)))}`;
  return `M${end(from)}L${end(to)}`;
}

type ErrorsProps = { chart: Chart; errors: readonly ErrorPoint[] };

const PRECISIONS = ["float64", "float32"] as const;
/** The point of the curves above which their names stand. */
const NAMED_AT = 5;

/** Both curves of errors; they stand still while ε moves. */
const Errors = memo(function Errors({ chart, errors }: ErrorsProps) {
  const { x, y } = errorScale(chart);
  const bottom = chart.top + chart.height;
  const near = errors[NAMED_AT];
  const nameOf = (error = 0) => y(error) - 8;
  const upper = nameOf(near?.float32);
  const names = [Math.max(nameOf(near?.float64), upper + 15), upper];
  const path = (precision: "float64" | "float32") =>
    `M${errors.map((point) => `${tenths(x(point.epsilon))} ${tenths(y(point[precision]))}`).join("L")}`;
  return (
    <>
      <Frame chart={chart} title="error of the difference" foot="ε" look="plain" />
      {ERROR_TICKS.map((power) => (
        <g key={power}>
          <path className="poke-grid" d={`M${chart.left} ${y(10 ** power)}h${chart.width}`} />
          <text className="poke-tick" data-anchor="end" x={chart.left - 6} y={y(10 ** power) + 4}>
            {powerText(power)}
          </text>
        </g>
      ))}
      <text className="poke-tick" data-anchor="end" x={chart.left - 6} y={bottom + 4}>
        0
      </text>
      {EPSILON_TICKS.map((power) => (
        <text
          key={power}
          className="poke-tick"
          data-anchor="middle"
          x={x(10 ** power)}
          y={bottom + 16}
        >
          {powerText(power)}
        </text>
      ))}
      {PRECISIONS.map((precision) => (
        <path
          key={precision}
          className="poke-error"
          data-precision={precision}
          d={path(precision)}
        />
      ))}
      {PRECISIONS.map((precision, i) => (
        <text key={precision} className="poke-error-name" x={chart.left + 10} y={names[i]}>
          {precision}
        </text>
      ))}
    </>
  );
});

function EpsilonMark({ chart, epsilon }: { chart: Chart; epsilon: number }) {
  const x = errorScale(chart).x(epsilon);
  const bottom = chart.top + chart.height;
  return (
    <g className="poke-epsilon">
      <path d={`M${x} ${chart.top}V${bottom}`} />
      <path className="poke-epsilon-grip" d={`M${x - 6} ${chart.top - 6}h12l-6 9Z`} />
    </g>
  );
}

type FrameProps = { chart: Chart; title: string; foot: string; look: Look };

const Frame = memo(function Frame({ chart, title, foot, look }: FrameProps) {
  const { left, top, width, height } = chart;
  return (
    <>
      <rect className="poke-frame" x={left} y={top} width={width} height={height} />
      <text className="poke-title" x={left - 40} y={top - 10}>
        {title}
      </text>
      <text
        className="poke-title"
        data-anchor="end"
        data-look={look}
        x={left + width}
        y={top + height + 33}
      >
        {foot}
      </text>
    </>
  );
});

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function signed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

function tickText(value: number): string {
  return value === 0 ? "0" : String(Number(value.toPrecision(2)));
}

/** The floor of the chart is zero, whatever the scale. */
function powerText(power: number): string {
  if (power <= LOWEST_ERROR) return "0";
  return power === 0 ? "1" : `1e−${-power}`;
}
