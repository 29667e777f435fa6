import type { Lesson } from "../../lesson";
import { FROZEN_LINE } from "./frozen-line";
import frozen from "./stills/frozen.svg";

export const FIGURES: Lesson["figures"] = {
  line: {
    kind: "labelled-boxes",
    title: "The line and its miss",
    model: {
      input: "at",
      boxes: [
        { name: "slope", kind: "tilt", look: "first" },
        { name: "height", kind: "lift", look: "second", note: "×, +" },
        { name: "square", kind: "mean", look: "plain" },
      ],
      output: "miss",
      back: [
        { to: 0, note: "for slope" },
        { to: 1, note: "for height" },
      ],
      description:
        "The points at pass the slope, the height and the square to the miss. One gradient goes back to the slope and one to the height.",
    },
  },
  short: {
    kind: "labelled-boxes",
    title: "The same without a way back",
    model: {
      input: "at",
      boxes: [{ name: "line", kind: "two numbers", look: "plain" }],
      output: "heights",
      back: [],
      description: "The points at pass the line and give heights.",
    },
  },
  frozen: {
    kind: "freeze-lab",
    title: "One number held still",
    still: {
      src: frozen,
      width: 600,
      height: 250,
      alt: "After 100 steps at learning rate 0.1: Both 5.22e-10, Slope only 0.3712, Height only 0.7395, Neither 1.1107.",
    },
    model: FROZEN_LINE,
  },
};
