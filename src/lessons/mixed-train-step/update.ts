import type { UpdateModel } from "../../grading/lesson-check";
import { readInputs } from "./inputs";
import { lossAlongStep } from "./loss-along-step";
import { LESSON_MODEL, lossAndGradient } from "./model";
import { startOf } from "./simulate";
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
    return lossAlongStep(start, rightStep, batch, LESSON_MODEL);
  },
};
