/** The figures of the text and what each shows. */
import type { Lesson } from "../lesson";

export const FIGURES: Lesson["figures"] = {
  "two-halves": {
    kind: "labelled-boxes",
    title: "Two halves, one backward pass",
    model: {
      input: "x",
      boxes: [
        { name: "encoder", kind: "nnx.Linear", look: "first" },
        { name: "head", kind: "nn.Dense", look: "second", note: "h, relu" },
      ],
      output: "loss",
      back: [
        { to: 0, note: "gradient for encoder" },
        { to: 1, note: "for head" },
      ],
      description:
        "The input x passes through encoder (nnx.Linear) and head (nn.Dense) to the loss. From the loss, one gradient goes back to each of the two.",
    },
  },
};
