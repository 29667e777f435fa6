import type { WorkedCase } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { LessonCheck } from "./lesson-check";

/** The first case that does not agree, worked by the lesson; null if it does not say how. */
export function workedCase(check: LessonCheck, graded: readonly CaseFinding[]): WorkedCase | null {
  const failing = graded.find(({ ok, got }) => !ok && got !== null);
  if (!failing || !check.work) return null;
  return { case: failing.planned.id, parts: [...check.work(failing.planned.inputs)] };
}
