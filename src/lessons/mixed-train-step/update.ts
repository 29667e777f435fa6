import type { UpdateModel } from "../../grading/lesson-check";
import { readInputs } from "./inputs";
import { LESSON_MODEL, lossAndGradient } from "./model";
import { startOf } from "./simulate";
import type { Leaves } from "./weights";
import { LEAVES, mapLeaves } from "./weights";

/** The loss after the step as a function of how far each of the four leaves moved. */
export const UPDATE: UpdateModel = {
  leaves: LEAVES,
  untouched: [0],
  observed: 1,
  stepSize: (inputs) => readInputs(inputs).lr,
  open: (inputs) => {
    const batch = readInputs(inputs);
    const start = startOf(batch, LESSON_MODEL);
    const { gradient } = lossAndGradient(start, batch, LESSON_MODEL);
    const rightStep = mapLeaves(gradient, gradient, (slope) => -batch.lr * slope);
    return (moves) => {
      const moved = mapLeaves(start, rightStep, (p, step, leaf) => p + (moves[leaf] ?? 0) * step);
      const there = lossAndGradient(moved, batch, LESSON_MODEL);
      return { value: there.loss, slopes: alongStep(there.gradient, rightStep) };
    };
  },
};

/** The slope of the loss in each leaf's move: gradient · step, leaf by leaf. */
function alongStep(gradient: Leaves, step: Leaves): number[] {
  return gradient.map((leaf, i) =>
    leaf.reduce((sum, slope, j) => sum + slope * (step[i]?.[j] ?? 0), 0),
  );
}
