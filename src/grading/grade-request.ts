import type { Language } from "../protocol/backend";
import type { GradeRequest } from "../protocol/run";
import type { LessonCheck } from "./lesson-check";
import { gradedCases, lawCases } from "./plan-run";
import type { PlannedCase, RunPlan } from "./plan-run";

/** What goes to the sandbox for a planned run: the source and the graded inputs, no answer and no role. */
export function gradeRequest(
  check: LessonCheck,
  plan: RunPlan,
  source: string,
  language: Language,
): GradeRequest {
  return requestFor(check, gradedCases(plan), source, language);
}

/** The calls that the lesson's laws ask for; they are made after the graded ones, which do not wait for them. */
export function lawRequest(
  check: LessonCheck,
  plan: RunPlan,
  source: string,
  language: Language,
): GradeRequest {
  return requestFor(check, lawCases(plan), source, language);
}

/** All of these calls: what the next worker should have seen before a run. */
export function allCallsRequest(
  check: LessonCheck,
  plan: RunPlan,
  source: string,
  language: Language,
): GradeRequest {
  return requestFor(check, plan.cases, source, language);
}

function requestFor(
  check: LessonCheck,
  cases: readonly PlannedCase[],
  source: string,
  language: Language,
): GradeRequest {
  return {
    kind: "grade",
    language,
    source,
    entry: check.entry,
    cases: cases.map(({ id, inputs }) => ({ id, inputs })),
  };
}
