import { memo } from "react";
import type { CSSProperties } from "react";
import type {
  OnePass,
  OnePassBackModel,
  PassCells,
  PassCut,
  PassPart,
  PassVariant,
} from "../../../figure-models/one-pass-back-model";
import { formatFactor } from "../../../lib/format-number";
import type { Look } from "../../../lib/look";
import type { PassLayout, PlacedFlow, PlacedGrid } from "./pass-layout";
import { reached, slopesAt, SLOPES_FROM, VALUES_FROM } from "./pass-stages";
import "./pass-drawing.css";

export type PassDrawingProps = {
  model: OnePassBackModel;
  variant: PassVariant;
  pass: OnePass;
  layout: PassLayout;
  /** The stage that has been reached. */
  at: number;
  /** All of it in words. */
  label: string;
};

const LOOKS = ["first", "second"] as const;

/** Both layers cell by cell: values on the way there, and below each the slope of the loss once the way back has come to it. */
export function PassDrawing({ model, variant, pass, layout, at, label }: PassDrawingProps) {
  const { width, height, grids, flows, titles, cell } = layout;
  return (
    <svg
      data-export
      className="pass-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {titles.map(({ half, x, y }) => (
        <text key={half} className="pass-title" data-look={LOOKS[half]} x={x} y={y}>
          {model.modules[half]} <tspan className="pass-half">{model.halves[half]}</tspan>
        </text>
      ))}
      {flows.map((flow) => (
        <Flow key={flow.id} flow={flow} at={at} cut={cutAt(flow, variant.cut)} stop={variant.cut} />
      ))}
      {grids.map((grid) => (
        <Grid
          key={grid.part}
          grid={grid}
          cell={cell}
          name={model.names[grid.part]}
          cells={pass[grid.part]}
          seen={reached(VALUES_FROM[grid.part], at)}
          slopes={slopesAt(pass, grid.part, at)}
        />
      ))}
    </svg>
  );
}

/** The flows on whose way back a cut lies. */
const CUT_FLOWS: Readonly<Record<PassCut, readonly string[]>> = {
  hidden: ["relu"],
  first: ["bias-before"],
  second: [],
  raises: ["prediction-loss"],
};
/** The flows that a cut leaves nothing on. */
const EMPTY_FLOWS: Readonly<Record<PassCut, readonly string[]>> = {
  hidden: ["relu", "bias-before", "kernel-bias"],
  first: ["bias-before", "kernel-bias"],
  second: [],
  raises: [
    "prediction-loss",
    "bias-prediction",
    "kernel-bias-2",
    "hidden-kernel",
    "relu",
    "bias-before",
    "kernel-bias",
  ],
};

function cutAt({ id }: PlacedFlow, cut: PassCut | null): boolean {
  return cut !== null && CUT_FLOWS[cut].includes(id);
}

/** Tips with their point at 0, 0. */
const HEADS = { up: "M0-1 7 7H-7Z", left: "M-1 0 7-7V7Z" };

type FlowProps = { flow: PlacedFlow; at: number; cut: boolean; stop: PassCut | null };

function Flow({ flow, at, cut, stop }: FlowProps) {
  const { there, back, head, note, thereAt, backAt, middle } = flow;
  const arrived = backAt !== null && reached(backAt, at);
  const empty = stop !== null && EMPTY_FLOWS[stop].includes(flow.id);
  return (
    <g>
      <path className="pass-there" data-on={reached(thereAt, at)} d={there} />
      {back && <path className="pass-back" data-on={arrived && !empty} pathLength="1" d={back} />}
      {head && arrived && !empty && (
        <path
          className="pass-head"
          d={HEADS[head.towards]}
          transform={`translate(${head.x} ${head.y})`}
        />
      )}
      {note && (
        <text className="pass-name" data-anchor="end" x={note.x} y={note.y}>
          {note.text}
        </text>
      )}
      {cut && arrived && (
        <path
          className="pass-cut"
          d={`M${middle[0] - 6} ${middle[1] - 6}l12 12M${middle[0] + 6} ${middle[1] - 6}l-12 12`}
        />
      )}
    </g>
  );
}

type GridProps = {
  grid: PlacedGrid;
  cell: PassLayout["cell"];
  name: string;
  cells: PassCells;
  seen: boolean;
  slopes: readonly number[] | null;
};

const Grid = memo(function Grid({ grid, cell, name, cells, seen, slopes }: GridProps) {
  const { part, x, y, columns } = grid;
  const alone = SLOPES_FROM[part] === undefined;
  const largest = Math.max(...(slopes ?? []).map(Math.abs)) || 1;
  return (
    <g className="pass-grid" data-look={lookOf(part)} data-part={part}>
      <text className="pass-name" data-anchor={grid.name.anchor} x={grid.name.x} y={grid.name.y}>
        {name.split(".").at(-1)}
      </text>
      {cells.values.map((value, i) => {
        const left = x + (i % columns) * cell.width;
        const top = y + Math.floor(i / columns) * cell.height;
        const slope = slopes?.[i];
        const middle = left + cell.width / 2;
        return (
          <g key={i} data-slope={slope === undefined ? "none" : slope === 0 ? "off" : "on"}>
            <rect
              className="pass-cell"
              x={left + 1}
              y={top + 1}
              width={cell.width - 2}
              height={cell.height - 2}
              rx="3"
              style={slope === undefined ? undefined : tone(Math.abs(slope) / largest)}
            />
            {seen && (
              <text className="pass-value" x={middle} y={top + (alone ? 22 : 15)}>
                {part === "loss" ? value.toFixed(4) : formatFactor(value)}
              </text>
            )}
            {slope !== undefined && (
              <text className="pass-slope" x={middle} y={top + 29}>
                {formatFactor(slope)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

function lookOf(part: PassPart): Look {
  if (part.startsWith("first")) return "first";
  return part.startsWith("second") ? "second" : "plain";
}

function tone(share: number): CSSProperties {
  const style: CSSProperties & Record<"--tone", string> = { "--tone": share.toFixed(3) };
  return style;
}
