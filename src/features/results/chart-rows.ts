import type { Verdict } from "../../protocol/verdict";

/** One case in the chart; numbers that cannot be drawn are null. */
export type ChartRow = {
  name: string;
  yours: readonly (number | null)[];
  expected: readonly (number | null)[];
};

/** What the height stands for. `ticks` are all there are; null leaves them to the chart. */
export type ChartScale = {
  kind: "log" | "linear";
  domain: [number, number] | ["auto", "auto"];
  ticks: number[] | undefined;
};

/** Larger numbers than this break an axis; they are in the table all the same. */
const DRAWABLE = 1e12;

/** The cases as a chart draws them, on a scale that shows a small loss beside a large one. */
export function chartOf(cases: Verdict["cases"]): { rows: ChartRow[]; scale: ChartScale } {
  const kind = cases.every(({ expected }) => expected.every((value) => value > 0))
    ? "log"
    : "linear";
  const drawn = (value: number | undefined) => {
    if (value === undefined || !(Math.abs(value) < DRAWABLE)) return null;
    return kind === "log" && value < 1 / DRAWABLE ? null : value;
  };
  const rows = cases.map((one, i) => ({
    name: String(i + 1),
    yours: one.expected.map((_, j) => drawn(one.got?.[j])),
    expected: one.expected.map(drawn),
  }));
  return { rows, scale: kind === "log" ? logScale(rows) : LINEAR };
}

const LINEAR: ChartScale = { kind: "linear", domain: ["auto", "auto"], ticks: undefined };
/** With fewer powers of ten than this, steps between them are named too. */
const FEW_DECADES = 3;
const MANY_DECADES = 6;

function logScale(rows: readonly ChartRow[]): ChartScale {
  const values = rows
    .flatMap(({ yours, expected }) => [...yours, ...expected])
    .filter((value) => value !== null);
  if (values.length === 0) return LINEAR;
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const decades = high - low;
  const stride = Math.ceil(decades / MANY_DECADES);
  const steps = decades < FEW_DECADES ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = low; power < high; power += stride)
    for (const step of steps) ticks.push(Number(`${step}e${power}`));
  ticks.push(Number(`1e${high}`));
  return { kind: "log", domain: [Number(`1e${low}`), Number(`1e${high}`)], ticks };
}
