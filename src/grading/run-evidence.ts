import type { Language } from "../protocol/backend";
import type { LoggedCall } from "../lib/logged-call";
import type { RunOutcome } from "../protocol/run";
import type { UpdateFit, Verdict } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { CaseInputs, LessonCheck } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/**
 * What is known of how a run came to its numbers. The calls are the program's own word: they may tick a step
 * and point at a line, and they never decide.
 */
export type RunEvidence = {
  language: Language;
  /** What the program called while it loaded and in its first case. */
  calls: readonly LoggedCall[];
  /** The inputs of that case. */
  first: CaseInputs;
  /** Whether the number returned at one place is, in every case, the one expected at that place or another. */
  agrees(returned: number, expected?: number): boolean;
  fit: UpdateFit | null;
};

/** A line of the program; null where a sign has none. */
export type Sign = { line: number | null };
/** One of the lesson's steps, and how a run shows that it was taken. */
export type StepRule = { id: string; sign(evidence: RunEvidence): Sign | null };
/** A line of the program and what it does there, as a sentence. */
export type Place = { line: number; text: string };

/** Gathers a run's evidence. `graded` are its cases without those of laws. */
export function evidenceOf(
  outcome: RunOutcome,
  graded: readonly CaseFinding[],
  fit: UpdateFit | null,
  language: Language,
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
