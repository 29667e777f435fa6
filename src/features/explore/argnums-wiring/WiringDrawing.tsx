import { useId } from "react";
import type { ArgnumsWiringModel } from "../../../figure-models/argnums-wiring-model";
import { halfOf } from "./wiring-words";
import "./wiring-drawing.css";

const BOX = 52;
const ROW = 68;
const TOP = 24;
const LONGEST = 17;

export type WiringDrawingProps = {
  model: ArgnumsWiringModel;
  width: number;
  parameters: readonly string[];
  argnums: readonly number[];
  description: string;
};

/** The loss's arguments on the left, the gradients on the right, an arrow for each that argnums names. */
export function WiringDrawing({
  model,
  width,
  parameters,
  argnums,
  description,
}: WiringDrawingProps) {
  const id = useId();
  const box = Math.min(210, (width - 72) / 2);
  const right = width - box;
  const rows = Math.max(parameters.length, argnums.length);
  const height = TOP + rows * ROW - (ROW - BOX) - 2;
  const middle = (row: number) => TOP + row * ROW + BOX / 2 - 4;
  return (
    <svg
      data-export
      className="wiring-drawing"
      role="img"
      aria-label={description}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <marker
          id={id}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="5"
          markerHeight="5"
          orient="auto"
        >
          <path className="wiring-tip" d="M0 0 8 4 0 8Z" />
        </marker>
        <pattern
          id={`${id}cut`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="wiring-hatch" d="M0 0V7" />
        </pattern>
      </defs>
      <text className="wiring-head" x={0} y={12}>
        arguments of the loss
      </text>
      <text className="wiring-head" x={right} y={12}>
        gradients
      </text>
      {parameters.map((parameter, position) => {
        const isWired = argnums.includes(position);
        const half = halfOf(parameter, model);
        return (
          <g key={position} data-look={half?.look ?? "plain"} data-wired={isWired}>
            <Box x={0} y={middle(position)} width={box} hatch={isWired ? null : `url(#${id}cut)`}>
              {parameter}
            </Box>
            <text className="wiring-note" x={12} y={middle(position) + 15}>
              {isWired
                ? half
                  ? `${half.name} half`
                  : ""
                : `${half ? `${half.name}: ` : ""}no gradient`}
            </text>
          </g>
        );
      })}
      {argnums.map((position, row) => {
        const half = halfOf(parameters[position], model);
        const [from, to] = [middle(position), middle(row)];
        const bend = (right - box) / 2;
        return (
          <g key={position} data-look={half?.look ?? "plain"} data-wired="true">
            <path
              className="wiring-arrow"
              markerEnd={`url(#${id})`}
              d={`M${box + 4} ${from}C${box + bend} ${from} ${right - bend} ${to} ${right - 4} ${to}`}
            />
            <Box x={right} y={to} width={box} hatch={null}>
              {parameters[position]}
            </Box>
            <text className="wiring-note" x={right + 12} y={to + 15}>
              {argnums.length > 1 ? `gradient ${row + 1} of ${argnums.length}` : "the gradient"}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

type BoxProps = { x: number; y: number; width: number; hatch: string | null; children: string };

function Box({ x, y, width, hatch, children }: BoxProps) {
  const frame = { x: x + 0.75, y: y - BOX / 2, width: width - 1.5, height: BOX, rx: 8 };
  const name = children.length > LONGEST ? `${children.slice(0, LONGEST - 1)}…` : children;
  return (
    <>
      <rect className="wiring-box" {...frame} />
      {hatch && <rect {...frame} fill={hatch} />}
      <text className="wiring-name" x={x + 12} y={y - 3}>
        {name}
      </text>
    </>
  );
}
