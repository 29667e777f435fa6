import type { Corner, CornerLosses, Moves } from "./plane";
import { cornerName, CORNERS, lossText, lowestCorner, PLACES } from "./plane";
import type { PlaneLayout } from "./plane-layout";
import type { RunPlace } from "./run-place";

/** Away from the middle of the four. */
const LABEL: Readonly<Record<Corner, { x: number; y: number; anchor: "start" | "end" }>> = {
  neither: { x: -9, y: 16, anchor: "end" },
  first: { x: 9, y: 16, anchor: "start" },
  second: { x: -9, y: -20, anchor: "end" },
  both: { x: 9, y: -20, anchor: "start" },
};

type CornerMarksProps = {
  losses: CornerLosses;
  halves: readonly [first: string, second: string];
  layout: PlaneLayout;
};

/** The four corners of a step with their names and losses; the lowest one's loss is bold. */
export function CornerMarks({ losses, halves, layout: { toPoint } }: CornerMarksProps) {
  const lowest = lowestCorner(losses);
  const [[x0, y0], [x1, y1]] = [toPoint(0, 1), toPoint(1, 0)];
  return (
    <>
      <rect className="plane-step" x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
      {CORNERS.map((corner) => {
        const [x, y] = toPoint(PLACES[corner].across, PLACES[corner].up);
        const label = LABEL[corner];
        return (
          <g key={corner} transform={`translate(${x} ${y})`} data-corner={corner}>
            <CornerMark corner={corner} />
            <text className="plane-corner" textAnchor={label.anchor}>
              <tspan x={label.x} y={label.y}>
                {cornerName(corner, halves)}
              </tspan>
              <tspan className={corner === lowest ? "plane-lowest" : ""} x={label.x} dy="14">
                {lossText(losses[corner])}
              </tspan>
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Open, round and full, square and striped, a diamond: no two alike without colour. */
function CornerMark({ corner }: { corner: Corner }) {
  switch (corner) {
    case "neither":
      return <circle className="plane-mark plane-mark-open" r="4.5" />;
    case "first":
      return <circle className="plane-mark plane-mark-first" r="5" />;
    case "second":
      return (
        <>
          <rect className="plane-mark plane-mark-second" x="-5" y="-5" width="10" height="10" />
          <path className="plane-mark-stripes" d="M-4 1 1-4M-4 5 5-4M0 5 5 0" />
        </>
      );
    case "both":
      return <path className="plane-mark plane-mark-both" d="M0-6.5 6.5 0 0 6.5-6.5 0Z" />;
  }
}

type RunMarkProps = { run: RunPlace; layout: PlaneLayout; label: string };

/** Where a run's update lies: a star with whiskers where leaves of a half differ, an arrow where it lies outside. */
export function RunMark({ run, layout: { toPoint }, label }: RunMarkProps) {
  const [x, y] = toPoint(run.shown.across, run.shown.up);
  const { across, up } = run.spread;
  // Towards the middle of the four corners, whose own labels stand outwards.
  const toRight = run.shown.across < 0.5;
  const above = run.shown.up < 0.5;
  return (
    <g className="plane-run">
      {across && (
        <path className="plane-whisker" d={whisker(toPoint, run, across.from, across.to, true)} />
      )}
      {up && <path className="plane-whisker" d={whisker(toPoint, run, up.from, up.to, false)} />}
      <g transform={`translate(${x} ${y})`}>
        {run.outside ? (
          <path
            className="plane-run-mark"
            d="M-9-6 5 0-9 6-5 0Z"
            transform={`rotate(${outwards(run)})`}
          />
        ) : (
          <path className="plane-run-mark" d={STAR} />
        )}
        <text x={toRight ? 9 : -9} y={above ? -9 : 19} textAnchor={toRight ? "start" : "end"}>
          {label}
        </text>
      </g>
    </g>
  );
}

/** Where a learner expected the step to go: a dashed ring around nothing. */
export function GuessMark({ at, layout: { toPoint } }: { at: Moves; layout: PlaneLayout }) {
  const [x, y] = toPoint(at.across, at.up);
  const toRight = at.across < 0.5;
  return (
    <g className="plane-guess" transform={`translate(${x} ${y})`}>
      <circle r="13" />
      <text
        x={toRight ? 17 : -17}
        y={at.up < 0.5 ? 25 : -17}
        textAnchor={toRight ? "start" : "end"}
      >
        your guess
      </text>
    </g>
  );
}

/** Five points, 9 units far. */
const STAR = `M${Array.from({ length: 10 }, (_, i) => {
  const radius = i % 2 === 0 ? 9.5 : 4;
  const angle = (i * Math.PI) / 5 - Math.PI / 2;
  return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
}).join("L")}Z`;

/** Degrees from the right, clockwise as on the screen. */
function outwards({ moves, shown }: RunPlace): number {
  return (Math.atan2(shown.up - moves.up, moves.across - shown.across) * 180) / Math.PI;
}

function whisker(
  toPoint: PlaneLayout["toPoint"],
  { shown }: RunPlace,
  from: number,
  to: number,
  along: boolean,
): string {
  const [x0, y0] = along ? toPoint(from, shown.up) : toPoint(shown.across, from);
  const [x1, y1] = along ? toPoint(to, shown.up) : toPoint(shown.across, to);
  const end = (x: number, y: number) => (along ? `M${x} ${y - 5}v10` : `M${x - 5} ${y}h10`);
  return `M${x0} ${y0}L${x1} ${y1}${end(x0, y0)}${end(x1, y1)}`;
}
