/** The lesson's own step on a batch in float64, in parts that most readings of the task share. */
import { remember } from "../../lib/remember";
import type { StepInputs } from "./inputs";
import type { Forward } from "./model";
import { backward, forward, LESSON_MODEL, lossAndGradient } from "./model";
import type { Leaves } from "./weights";
import { initialLeaves, KERNEL_KEYS, mapLeaves } from "./weights";

/** The parameters before the step. */
export const lessonStart = remember((batch: StepInputs): Leaves =>
  initialLeaves(batch.seed, KERNEL_KEYS, {
    inSize: batch.inSize,
    hidden: LESSON_MODEL.hidden,
    outSize: batch.outSize,
  }),
);

/** The forward pass before the step. */
export const lessonPass = remember((batch: StepInputs): Forward =>
  forward(lessonStart(batch), batch, LESSON_MODEL),
);

/** The gradient that the step uses. */
export const lessonGradient = remember((batch: StepInputs): Leaves =>
  backward(lessonPass(batch), lessonStart(batch), batch, LESSON_MODEL),
);

const path = remember((batch: StepInputs): Leaves[] => [lessonStart(batch)]);

/** The parameters after so many of the lesson's steps in a row. */
export function leavesAfter(batch: StepInputs, steps: number): Leaves {
  const known = path(batch);
  let last = known.at(-1) ?? lessonStart(batch);
  while (known.length <= steps) {
    const gradient =
      known.length === 1
        ? lessonGradient(batch)
        : lossAndGradient(last, batch, LESSON_MODEL).gradient;
    last = mapLeaves(last, gradient, (value, slope) => value - batch.lr * slope);
    known.push(last);
  }
  return known[steps] ?? last;
}
