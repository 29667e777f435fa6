import type { Lesson } from "../lesson";
import { programTexts } from "../program-texts";
import { check } from "./check";
import { FIGURES } from "./figures";
import { HINTS } from "./hints";
import { INSIDE } from "./inside";
import { STEPS } from "./steps";
import startPython from "./start.py?raw";
import startTypescript from "./start.ts?raw";
import solutionPython from "./solution.py?raw";
import solutionTypescript from "./solution.ts?raw";

export const lesson: Lesson = {
  order: 1,
  title: "Train a mixed Linen + NNX model",
  shortTitle: "Linen + NNX",
  summary: "One loss over two parameter trees, and one step that moves both.",
  fileName: "train_step",
  check,
  programs: {
    start: { python: startPython, typescript: startTypescript },
    solution: { python: solutionPython, typescript: solutionTypescript },
  },
  steps: STEPS,
  inside: INSIDE,
  hints: HINTS,
  pitfalls: programTexts(
    import.meta.glob<string>("./pitfalls/*.{ts,py}", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ),
  figures: FIGURES,
  marks: { nnx: "first", linen: "second" },
};
