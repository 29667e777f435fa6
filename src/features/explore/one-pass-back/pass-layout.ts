import type { OnePass, PassPart } from "../../../figure-models/one-pass-back-model";
import { PASS_PARTS } from "../../../figure-models/one-pass-back-model";
import type { Stage } from "./pass-stages";

export type PlacedGrid = {
  part: PassPart;
  x: number;
  y: number;
  columns: number;
  rows: number;
  /** Where its name stands: right of this place for a row's, from it on for a kernel's. */
  name: { x: number; y: number; anchor: "start" | "middle" | "end" };
};

/** A gap between two grids that the pass goes through. */
export type PlacedFlow = {
  id: string;
  /** From the earlier to the later part. */
  there: string;
  back: string | null;
  /** Where the way back leads to, and in which direction it comes there. */
  head: { x: number; y: number; towards: "up" | "left" } | null;
  thereAt: Stage;
  backAt: Stage | null;
  /** Where a cut of the way back is marked. */
  middle: readonly [x: number, y: number];
  /** What happens on it. */
  note?: { text: string; x: number; y: number };
};

export type PassLayout = {
  width: number;
  height: number;
  cell: { width: number; height: number };
  grids: readonly PlacedGrid[];
  flows: readonly PlacedFlow[];
  titles: readonly { half: 0 | 1; x: number; y: number }[];
};

const GAP = 16;
/** Space between the ways there and back. */
const APART = 7;
const HEIGHT = 36;
const TITLE = 26;
const NAME = 18;
const NAMES_WIDTH = 84;
const NARROW = 500;

/** The encoder beside the head, or above it where the page is narrow. */
export function layoutPass(pass: OnePass, width: number): PassLayout {
  const narrow = width < NARROW;
  const units = pass.before.columns;
  const outputs = pass.prediction.columns;
  const across = narrow ? 1 + units : 2 + units + Math.max(outputs, 1);
  const aside = narrow ? GAP + 1 : 2 * GAP + 74;
  const cellWidth = Math.max(36, Math.min(54, Math.floor((width - aside) / across)));
  const cell = { width: cellWidth, height: HEIGHT };
  const first = { x: 1, y: 0 };
  const firstKernel = { x: first.x + cellWidth + GAP, y: TITLE + NAME };
  const inputs = pass.input.values.length;
  const firstBias = { x: firstKernel.x, y: firstKernel.y + inputs * HEIGHT + GAP };
  const before = { x: firstKernel.x, y: firstBias.y + HEIGHT + GAP };
  const firstEnd = { x: firstKernel.x + units * cellWidth, y: before.y + HEIGHT };
  const second = narrow
    ? { x: Math.max(1, NAMES_WIDTH - cellWidth - GAP), y: firstEnd.y + 52 }
    : { x: firstEnd.x + 74, y: 0 };
  const hidden = { x: second.x, y: second.y + TITLE + NAME };
  const secondKernel = { x: second.x + cellWidth + GAP, y: hidden.y };
  const secondBias = { x: secondKernel.x, y: hidden.y + units * HEIGHT + GAP };
  const prediction = { x: secondKernel.x, y: secondBias.y + HEIGHT + GAP };
  const target = { x: secondKernel.x, y: prediction.y + HEIGHT };
  const loss = { x: secondKernel.x, y: target.y + HEIGHT + GAP };
  const places: Record<PassPart, { x: number; y: number }> = {
    input: { x: first.x, y: firstKernel.y },
    firstKernel,
    firstBias,
    before,
    hidden,
    secondKernel,
    secondBias,
    prediction,
    target,
    loss,
  };
  const grids = PASS_PARTS.map((part): PlacedGrid => {
    const { columns, values } = pass[part];
    const { x, y } = places[part];
    return { part, x, y, columns, rows: values.length / columns, name: nameAt(part, x, y) };
  });
  const secondEnd = secondKernel.x + outputs * cellWidth;
  return {
    width: Math.ceil(Math.max(firstEnd.x, secondEnd)) + 2,
    height: loss.y + HEIGHT + 2,
    cell,
    grids,
    flows: flowsOf(places, { cellWidth, inputs, units, outputs, narrow }),
    titles: [
      { half: 0, x: first.x, y: first.y + 14 },
      { half: 1, x: narrow ? secondKernel.x : second.x, y: second.y + 14 },
    ],
  };

  function nameAt(part: PassPart, x: number, y: number): PlacedGrid["name"] {
    if (part === "input" || part === "hidden")
      return { x: x + cellWidth / 2, y: y - 6, anchor: "middle" };
    if (part.endsWith("Kernel")) return { x, y: y - 6, anchor: "start" };
    return { x: x - 8, y: y + HEIGHT / 2 + 4, anchor: "end" };
  }
}

type Places = Readonly<Record<PassPart, { x: number; y: number }>>;
type Sizes = {
  cellWidth: number;
  inputs: number;
  units: number;
  outputs: number;
  narrow: boolean;
};

function flowsOf(places: Places, sizes: Sizes): PlacedFlow[] {
  const { cellWidth, inputs, units, outputs, narrow } = sizes;
  const firstMiddle = places.before.x + (units * cellWidth) / 2;
  const secondMiddle = places.prediction.x + (outputs * cellWidth) / 2;
  const lossMiddle = places.loss.x + cellWidth / 2;
  const down = (
    id: string,
    x: number,
    lower: PassPart,
    thereAt: Stage,
    backAt: Stage,
  ): PlacedFlow => {
    const to = places[lower].y;
    return {
      id,
      there: `M${x - APART} ${to - GAP + 1}V${to - 2}`,
      back: `M${x + APART} ${to - 1}V${to - GAP + 4}`,
      head: { x: x + APART, y: to - GAP + 1, towards: "up" },
      thereAt,
      backAt,
      middle: [x + APART, to - GAP / 2],
    };
  };
  const row = places.firstKernel.y + (inputs * HEIGHT) / 2;
  const unitRow = places.hidden.y + (units * HEIGHT) / 2;
  return [
    {
      id: "input-kernel",
      there: `M${places.firstKernel.x - GAP + 1} ${row}h${GAP - 3}`,
      back: null,
      head: null,
      thereAt: "before",
      backAt: null,
      middle: [places.firstKernel.x - GAP / 2, row],
    },
    down("kernel-bias", firstMiddle, "firstBias", "before", "first-leaves"),
    down("bias-before", firstMiddle, "before", "before", "first-leaves"),
    betweenLayers(places, sizes, narrow),
    {
      id: "hidden-kernel",
      there: `M${places.secondKernel.x - GAP + 1} ${unitRow - APART}h${GAP - 3}`,
      back: `M${places.secondKernel.x - 1} ${unitRow + APART}h${5 - GAP}`,
      head: { x: places.secondKernel.x - GAP + 1, y: unitRow + APART, towards: "left" },
      thereAt: "prediction",
      backAt: "back-at-hidden",
      middle: [places.secondKernel.x - GAP / 2, unitRow + APART],
    },
    down("kernel-bias-2", secondMiddle, "secondBias", "prediction", "second-leaves"),
    down("bias-prediction", secondMiddle, "prediction", "prediction", "second-leaves"),
    down("prediction-loss", lossMiddle, "loss", "loss", "back-at-prediction"),
  ];
}

/** From the row of the first layer to the column of the second: ReLU. */
function betweenLayers(places: Places, sizes: Sizes, narrow: boolean): PlacedFlow {
  const { cellWidth, units } = sizes;
  const at = { thereAt: "hidden", backAt: "back-at-before", id: "relu" } as const;
  if (narrow) {
    const x = places.before.x + cellWidth / 2;
    const from = places.before.y + HEIGHT;
    const to = places.hidden.x + cellWidth / 2;
    const end = places.hidden.y - NAME - 2;
    const turn = from + 14;
    return {
      ...at,
      there: `M${x - APART} ${from + 1}V${turn - APART}H${to - APART}V${end}`,
      back: `M${to + APART} ${end + 2}V${turn + APART}H${x + APART}V${from + 4}`,
      head: { x: x + APART, y: from + 1, towards: "up" },
      middle: [(x + to) / 2 + APART, turn + APART],
    };
  }
  const from = { x: places.before.x + units * cellWidth, y: places.before.y + HEIGHT / 2 };
  const to = { x: places.hidden.x, y: places.hidden.y + (units * HEIGHT) / 2 };
  const turn = (from.x + to.x) / 2;
  return {
    ...at,
    there: `M${from.x + 1} ${from.y - APART}H${turn - APART}V${to.y - APART}H${to.x - 2}`,
    back: `M${to.x - 1} ${to.y + APART}H${turn + APART}V${from.y + APART}H${from.x + 4}`,
    head: { x: from.x + 1, y: from.y + APART, towards: "left" },
    middle: [turn + APART, (from.y + to.y) / 2 + APART],
    note: { text: "relu", x: turn - APART - 6, y: (from.y + to.y) / 2 + 4 },
  };
}
