import type { Lesson } from "../../lesson";
import { programTexts } from "../../program-texts";
import { check } from "./check";
import { FIGURES } from "./figures";
import solutionPython from "./solution.py?raw";
import solutionTypescript from "./solution.ts?raw";
import startPython from "./start.py?raw";
import startTypescript from "./start.ts?raw";

export const lesson: Lesson = {
  order: 100,
  title: "Fit a line by one step",
  shortTitle: "A line",
  summary: "Two numbers, one miss, and one step that lowers it.",
  fileName: "line",
  check,
  programs: {
    start: { python: startPython, typescript: startTypescript },
    solution: { python: solutionPython, typescript: solutionTypescript },
  },
  steps: [
    { id: "drawn", text: "Compute how far the line misses the points." },
    { id: "stepped", text: "Move both numbers by one `{step}`." },
  ],
  inside: [{ title: "Miss after", from: 1 }],
  hints: [
    {
      title: "What to differentiate",
      body: "The miss, as a function of the slope and the height.",
    },
  ],
  pitfalls: programTexts(
    import.meta.glob<string>("./pitfalls/*.{ts,py}", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ),
  figures: FIGURES,
  marks: { tilt: "first", lift: "second" },
};
