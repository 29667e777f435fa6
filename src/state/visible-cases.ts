import type { CaseInputs, LessonCheck } from "../grading/lesson-check";

export type VisibleCase = { id: string; inputs: CaseInputs; expected: readonly number[] };

/** The cases that a lesson shows, each with the right answer. */
export function visibleCasesOf({ visible, reference }: LessonCheck): VisibleCase[] {
  return visible.map((inputs, i) => ({ id: `case-${i + 1}`, inputs, expected: reference(inputs) }));
}
