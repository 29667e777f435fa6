import type { CaseInputs, LessonCheck } from "../grading/lesson-check";

/** The observed result of one case over how far each of two halves moved. */
export type MovedLosses = {
  halves: readonly [first: string, second: string];
  /** The right step in units of the bare gradient. */
  stepSize: number;
  /** With the halves moved by these multiples of the right step. */
  at: (first: number, second: number) => number;
};

/** null for lessons without a step, and for models that have not two halves. */
export function movedLosses(
  { update }: LessonCheck,
  { inputs }: { inputs: CaseInputs },
): MovedLosses | null {
  const halves = [...new Set(update?.leaves.map(({ half }) => half))];
  const [first, second] = halves;
  if (!update || first === undefined || second === undefined || halves.length > 2) return null;
  const loss = update.open(inputs);
  return {
    halves: [first, second],
    stepSize: update.stepSize(inputs),
    at: (a, b) => loss(update.leaves.map(({ half }) => (half === first ? a : b))).value,
  };
}
