/** Where the parts of a row of labelled boxes stand, in units of the drawing. */
import type { LabelledBox, LabelledBoxesModel } from "../../figure-models/labelled-boxes-model";

export const BOX = { width: 104, height: 48, top: 30 };
/** Height of the arrows between the boxes. */
export const ROW = BOX.top + BOX.height / 2;
/** The arrow that leads in, and the one that leads out. */
const LEAD_IN = { from: 22, to: 42 };
const LEAD_OUT = 30;
const BETWEEN = 54;
/** An arrow ends this far before its box. */
const TIP = 4;
/** Ways back: distance between two, below the row and at the output. */
const LANE = { top: 110, down: 26, across: 14 };

export type PlacedBox = LabelledBox & { x: number; middle: number };
export type Arrow = { from: number; to: number; note: string | undefined };
export type WayBack = {
  look: LabelledBox["look"];
  /** Path from the output to below the box. */
  path: string;
  note: { x: number; y: number; text: string };
};

export type BoxesLayout = {
  width: number;
  height: number;
  boxes: readonly PlacedBox[];
  arrows: readonly Arrow[];
  /** Middle of the output's word. */
  output: number;
  back: readonly WayBack[];
};

/** Places every part. Throws where a way back leads to a box that is not there. */
export function layoutBoxes({ boxes, back }: LabelledBoxesModel): BoxesLayout {
  const first = LEAD_IN.to + TIP;
  const placed = boxes.map((box, i) => {
    const x = first + i * (BOX.width + BETWEEN + TIP);
    return { ...box, x, middle: x + BOX.width / 2 };
  });
  const end = (placed.at(-1)?.x ?? first) + BOX.width;
  const arrows = [
    ...placed.map(({ x, note }, i) => ({
      from: i === 0 ? LEAD_IN.from : x - TIP - BETWEEN,
      to: x - TIP,
      note,
    })),
    { from: end, to: end + LEAD_OUT, note: undefined },
  ];
  const output = end + LEAD_OUT + 22;
  return {
    width: output + 36,
    height: LANE.top + 24 + LANE.down * Math.max(0, back.length - 1),
    boxes: placed,
    arrows,
    output,
    back: back.map((way, i) => wayBack(way, i, back.length, placed, output)),
  };
}

function wayBack(
  { to, note }: LabelledBoxesModel["back"][number],
  index: number,
  count: number,
  boxes: readonly PlacedBox[],
  output: number,
): WayBack {
  const box = boxes[to];
  if (!box) throw new Error(`a way back leads to box ${to} of ${boxes.length}`);
  // The outermost starts right of the others and runs below them.
  const start = output + LANE.across * ((count - 1) / 2 - index) + 1;
  const y = LANE.top + LANE.down * (count - 1 - index);
  const next = boxes[to + 1]?.middle ?? start;
  return {
    look: box.look,
    path: `M${start} ${ROW + 12}V${y}H${box.middle}V${BOX.top + BOX.height + 6}`,
    note: { x: (box.middle + next) / 2, y: y - 7, text: note },
  };
}
