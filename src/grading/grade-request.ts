import type { Language } from "../protocol/backend";
import type { GradeRequest } from "../protocol/run";
import type { LessonCheck } from "./lesson-check";
import type { RunPlan } from "./plan-run";

/** What goes to the sandbox for a planned run: the source and the inputs, no answer and no role. */
export function gradeRequest(
  check: LessonCheck,
  plan: RunPlan,
  source: string,
  language: Language,
): GradeRequest {
  return {
    kind: "grade",
    language,
    source,
    entry: check.entry,
    cases: plan.cases.map(({ id, inputs }) => ({ id, inputs })),
  };
}
