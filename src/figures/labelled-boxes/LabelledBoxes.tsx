import { useId } from "react";
import type { LabelledBoxesModel } from "../../figure-models/labelled-boxes-model";
import type { Look } from "../../lib/look";
import { BOX, layoutBoxes, ROW } from "./layout-boxes";
import type { Arrow, PlacedBox, WayBack } from "./layout-boxes";
import "./labelled-boxes.css";

const LOOKS: readonly Look[] = ["first", "second", "plain"];
/** At this many rem a unit the words have the size of the page's notes. */
const SCALE = 1.2 / 16;

/** A row of labelled boxes from an input to an output, and what flows back to each of them. */
export function LabelledBoxes({ model }: { model: LabelledBoxesModel }) {
  const id = useId();
  const { width, height, boxes, arrows, output, back } = layoutBoxes(model);
  return (
    <svg
      className="labelled-boxes"
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: `${width * SCALE}rem` }}
      role="img"
      aria-labelledby={`${id}title`}
    >
      <title id={`${id}title`}>{model.description}</title>
      <Defs id={id} />
      <text x="10" y={ROW + 4}>
        {model.input}
      </text>
      {arrows.map((arrow) => (
        <Line key={arrow.from} id={id} arrow={arrow} />
      ))}
      {boxes.map((box) => (
        <Box key={box.x} id={id} box={box} />
      ))}
      <text x={output} y={ROW + 4}>
        {model.output}
      </text>
      {back.map((way) => (
        <Back key={way.path} id={id} way={way} />
      ))}
    </svg>
  );
}

function Line({ id, arrow: { from, to, note } }: { id: string; arrow: Arrow }) {
  return (
    <>
      <path className="boxes-line" d={`M${from} ${ROW}H${to}`} markerEnd={`url(#${id}plain)`} />
      {note !== undefined && (
        <text className="boxes-note" x={(from + to) / 2} y={ROW - 8}>
          {note}
        </text>
      )}
    </>
  );
}

function Box({ id, box }: { id: string; box: PlacedBox }) {
  const { x, middle, look, name, kind } = box;
  const frame = { x, y: BOX.top, width: BOX.width, height: BOX.height, rx: 8 };
  return (
    <g className={`boxes-${look}`}>
      <rect className="boxes-fill" {...frame} />
      {look === "second" && (
        <>
          <rect fill={`url(#${id}hatch)`} {...frame} />
          {/* The hatch is kept away from the words. */}
          <rect className="boxes-clear" x={x + 12} y="35" width="80" height="38" rx="4" />
        </>
      )}
      <rect className="boxes-edge" {...frame} />
      <text className="boxes-name" x={middle} y={ROW - 3}>
        {name}
      </text>
      <text className="boxes-kind" x={middle} y={ROW + 13}>
        {kind}
      </text>
    </g>
  );
}

function Back({ id, way: { look, path, note } }: { id: string; way: WayBack }) {
  return (
    <>
      <g className={`boxes-${look}`}>
        <path className="boxes-back" d={path} markerEnd={`url(#${id}${look})`} />
      </g>
      <text className="boxes-note" x={note.x} y={note.y}>
        {note.text}
      </text>
    </>
  );
}

function Defs({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="boxes-hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      {LOOKS.map((look) => (
        <marker
          key={look}
          id={`${id}${look}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className={`boxes-tip boxes-${look}`} d="M0 .5 8 4 0 7.5z" />
        </marker>
      ))}
    </defs>
  );
}
