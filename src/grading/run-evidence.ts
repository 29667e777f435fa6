import type { Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { UpdateFit, Verdict } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { LessonCheck, RunEvidence } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/** Gathers a run's evidence. `graded` are its cases without those of laws. */
export function evidenceOf(
  outcome: RunOutcome,
  graded: readonly CaseFinding[],
  fit: UpdateFit | null,
  language: Language,
  source: string,
): RunEvidence {
  return {
    language,
    calls: outcome.calls,
    first: graded[0]?.planned.inputs ?? [],
    agrees: (returned, expected = returned) =>
      graded.length > 0 &&
      graded.every(({ got, planned }) => {
        const [value, right] = [got?.[returned], planned.expected[expected]];
        return value !== undefined && right !== undefined && budgetUsed([value], [right]) <= 1;
      }),
    fit,
    source,
  };
}

/**
 * The lesson's steps, each seen or not. A pass proves them all, whatever the code's style: a rule that sees
 * nothing then takes away the line and no more.
 */
export function judgeSteps(
  check: LessonCheck,
  evidence: RunEvidence,
  passed: boolean,
): Verdict["steps"] {
  return check.steps.map(({ id, sign }) => {
    const found = sign(evidence);
    return { id, seen: passed || found !== null, line: found?.line ?? null };
  });
}
