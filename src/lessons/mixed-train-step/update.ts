import type { UpdateModel } from "../../grading/lesson-check";
import { readInputs } from "./inputs";
import { lessonGradient, lessonStart } from "./lesson-step";
import { lossAlongStep } from "./loss-along-step";
import { LESSON_MODEL } from "./model";
import { nameOfMoves } from "./name-of-moves";
import { LEAVES, mapLeaves } from "./weights";

/** The loss after the step as a function of how far each of the four leaves moved. */
export const UPDATE: UpdateModel = {
  leaves: LEAVES,
  untouched: [0],
  observed: 1,
  stepSize: (inputs) => readInputs(inputs).lr,
  open: (inputs) => {
    const batch = readInputs(inputs);
    const gradient = lessonGradient(batch);
    const rightStep = mapLeaves(gradient, gradient, (slope) => -batch.lr * slope);
    return lossAlongStep(lessonStart(batch), rightStep, batch, LESSON_MODEL);
  },
  name: nameOfMoves,
};
