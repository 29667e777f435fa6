import type { Look } from "../lib/look";

/** A part of a model: its name, and below it what kind of thing it is. Each has room for 14 characters. */
export type LabelledBox = {
  name: string;
  kind: string;
  look: Look;
  /** Written over the arrow that leads into the box. */
  note?: string;
};

/** A row of boxes from an input to an output, and arrows that lead back from the output to boxes. */
export type LabelledBoxesModel = {
  input: string;
  boxes: readonly LabelledBox[];
  output: string;
  /** The outermost first: `to` is a box's place in the row, from 0. */
  back: readonly { to: number; note: string }[];
  /** All of it in a sentence or two, for those who do not see it. */
  description: string;
};
