import type { UpdateFit, Verdict } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import { shownInputs } from "./judge-case";
import type {
  CaseInputs,
  LawContext,
  LawFinding,
  LawResult,
  LessonCheck,
  LessonLaw,
} from "./lesson-check";

/** Looks at each of the lesson's laws. A law whose own cases gave no numbers does not hold, and says why. */
export function judgeLaws(
  check: LessonCheck,
  findings: readonly CaseFinding[],
  fit: UpdateFit | null,
): Verdict["laws"] {
  const resultsOf = (law: string | null) =>
    findings.filter(({ planned }) => planned.law === law).map(lawResult);
  const context: LawContext = { graded: resultsOf(null), of: resultsOf, fit };
  return check.laws.map((law) => {
    const { holds, evidence, breaking = [] } = findingOf(law, findings, context);
    const smallest = smallestOf(breaking);
    return { id: law.id, holds, evidence, breaking: smallest && shownInputs(smallest) };
  });
}

function findingOf(
  law: LessonLaw,
  findings: readonly CaseFinding[],
  context: LawContext,
): LawFinding {
  const own = findings.filter(({ planned }) => planned.law === law.id);
  const broken = own.find(({ got }) => got === null);
  if (!broken) return law.judge(own.map(lawResult), context);
  return { holds: false, evidence: describeBroken(broken), breaking: [broken.planned.inputs] };
}

/** The call with the fewest numbers. */
function smallestOf(calls: readonly CaseInputs[]): CaseInputs | null {
  const size = (inputs: CaseInputs) => inputs.reduce((sum, { data }) => sum + data.length, 0);
  return calls.reduce<CaseInputs | null>(
    (best, next) => (best === null || size(next) < size(best) ? next : best),
    null,
  );
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
