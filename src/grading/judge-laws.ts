import type { Verdict } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { LawFinding, LawResult, LessonCheck, LessonLaw } from "./lesson-check";

/** Looks at each of the lesson's laws. A law whose own cases gave no numbers does not hold, and says why. */
export function judgeLaws(check: LessonCheck, findings: readonly CaseFinding[]): Verdict["laws"] {
  const graded = findings.filter(({ planned }) => planned.role !== "law").map(lawResult);
  return check.laws.map((law) => ({ id: law.id, ...findingOf(law, findings, graded) }));
}

function findingOf(
  law: LessonLaw,
  findings: readonly CaseFinding[],
  graded: readonly LawResult[],
): LawFinding {
  const own = findings.filter(({ planned }) => planned.law === law.id);
  const broken = own.find(({ got }) => got === null);
  if (broken) return { holds: false, evidence: describeBroken(broken) };
  return law.judge(own.map(lawResult), graded);
}

/** A finding without what only the grader needs. */
export function lawResult({ planned, got }: CaseFinding): LawResult {
  return { inputs: planned.inputs, expected: planned.expected, got };
}

function describeBroken({ planned, error, misshapen }: CaseFinding): string {
  const where = planned.inputs.map(({ name, shape, data }) =>
    shape === null ? `${name} = ${data[0]}` : `${name} of shape (${shape.join(", ")})`,
  );
  const call = `With ${where.join(", ")}`;
  if (error) return `${call}, the code raised ${error.type}: ${error.message}`;
  if (misshapen) return `${call}, it returned ${misshapen}.`;
  return `${call}, the run ended before an answer came.`;
}
