/** Which cases can be asked: those in which right and wrong steps differ for the reason that the lesson gives. */
import type { CaseInputs } from "../../grading/lesson-check";
import { CLEAR_MISS } from "../../grading/draw-faults";
import { budgetUsed, toleranceFor } from "../../grading/tolerance";
import { readInputs } from "./inputs";
import { lessonPass } from "./lesson-step";
import type { StepReading } from "./simulate";
import { simulateStep } from "./simulate";

/** Nearer to the kink of ReLU than this, float32 may switch a unit that float64 does not. */
const KINK_MARGIN = 1e-3;

/** Whether a case can be asked; `reading` is one that it has to tell from the right one, too. */
export function isWellPosed(inputs: CaseInputs, reading?: StepReading): boolean {
  // In the order of what rules out most at the least cost.
  return (
    hasClearUnits(inputs) && (!reading || tells(inputs, reading)) && endsLowestWithBoth(inputs)
  );
}

/** A hidden unit is active, and none is on the kink. */
function hasClearUnits(inputs: CaseInputs): boolean {
  const { preHidden } = lessonPass(readInputs(inputs));
  return preHidden.some((z) => z > 0) && preHidden.every((z) => Math.abs(z) >= KINK_MARGIN);
}

/** Code that reads the task so misses clearly. */
function tells(inputs: CaseInputs, reading: StepReading): boolean {
  const batch = readInputs(inputs);
  return budgetUsed(simulateStep(batch, reading), simulateStep(batch)) >= CLEAR_MISS;
}

function endsLowestWithBoth(inputs: CaseInputs): boolean {
  const { both, others } = lossesAtCorners(inputs);
  return others.every((loss) => loss - both > CLEAR_MISS * toleranceFor(loss));
}

/**
 * The loss after both halves moved, and those after neither or one did. A step on both can overshoot where a step on one
 * does not (the lesson shows it), and such a case would reward whoever leaves a half behind.
 */
export function lossesAtCorners(inputs: CaseInputs): { both: number; others: readonly number[] } {
  const batch = readInputs(inputs);
  const [neither = NaN, both = NaN] = simulateStep(batch);
  const [, nnxOnly = NaN] = simulateStep(batch, { moves: [1, 1, 0, 0] });
  const [, linenOnly = NaN] = simulateStep(batch, { moves: [0, 0, 1, 1] });
  return { both, others: [neither, nnxOnly, linenOnly] };
}
