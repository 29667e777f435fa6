import type { Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { Mistake, RunError, Verdict, VerdictStatus } from "../protocol/verdict";
import { cornersOf } from "./corners";
import { diagnose } from "./diagnose";
import { explainError } from "./explain-error";
import { fitOf, solveUpdate, type UpdateSolution } from "./fit-update";
import type { CaseFinding } from "./judge-case";
import { judgeCase, verdictCase } from "./judge-case";
import { judgeLaws, lawResult } from "./judge-laws";
import type { LeafMove, LessonCheck, RunEvidence } from "./lesson-check";
import { gradedCases } from "./plan-run";
import type { RunPlan } from "./plan-run";
import { evidenceOf, judgeSteps } from "./run-evidence";
import { unfinished } from "./unfinished";
import { workedCase } from "./worked-case";
import { wrongShapeMistake } from "./wrong-shape";

/**
 * The verdict on a run, without its laws. Pure. The visible and fresh cases alone decide between pass
 * and wrong. An outcome whose cases are not those of the plan, in order, is never a pass. `source` is the program.
 */
export function judge(
  check: LessonCheck,
  plan: RunPlan,
  outcome: RunOutcome,
  language: Language,
  source = "",
): Verdict {
  const foreign = answersOtherCases(plan, outcome);
  const graded = gradedCases(plan).map((planned, i) =>
    judgeCase(planned, foreign ? undefined : outcome.cases[i]),
  );
  const decided = decide(outcome, graded, foreign);
  const solution = isCompared(decided) ? solutionOf(check, graded) : null;
  const fit = check.update && solution ? fitOf(check.update, solution) : null;
  const evidence = evidenceOf(outcome, graded, fit, language, source);
  const wrong = decided.status === "wrong";
  const mistake = wrong ? mistakeOf(check, graded, evidence, solution?.moves ?? []) : null;
  return {
    status: decided.status,
    lesson: check.slug,
    language,
    backend: outcome.backend,
    precision: outcome.precision,
    drawSeed: plan.drawSeed,
    cases: graded.map(verdictCase),
    mistake,
    fit,
    corners: fit && check.update ? cornersOf(check.update, graded) : null,
    worked: wrong && mistake === null ? workedCase(check, graded) : null,
    laws: [],
    steps: judgeSteps(check, evidence, decided.status === "pass"),
    ...explainError(check, decided.error, language),
    console: [...outcome.console],
    ms: { ...outcome.ms },
  };
}

/**
 * The verdict with the lesson's laws, seen from the graded answers and from those that the laws asked
 * for; null where these calls came to no end. Laws inform: nothing else of the verdict changes.
 */
export function withLaws(
  check: LessonCheck,
  plan: RunPlan,
  verdict: Verdict,
  outcomes: { graded: RunOutcome; laws: RunOutcome | null },
): Verdict {
  if (!isCompared(verdict)) return verdict;
  const answers = new Map(
    [...outcomes.graded.cases, ...(outcomes.laws?.cases ?? [])].map((answer) => [
      answer.id,
      answer,
    ]),
  );
  const findings = plan.cases.map((planned) => judgeCase(planned, answers.get(planned.id)));
  return { ...verdict, laws: judgeLaws(check, findings, verdict.fit) };
}

/** Whether the answers were compared with the right ones. */
function isCompared({ status }: { status: VerdictStatus }): boolean {
  return status === "pass" || status === "wrong";
}

type Decision = { status: VerdictStatus; error: RunError | null };

function decide(outcome: RunOutcome, graded: readonly CaseFinding[], foreign: boolean): Decision {
  if (foreign) return { status: "died", error: FOREIGN };
  const raised = graded.find(({ error }) => error !== null)?.error;
  // Errors that take long to come about, such as an endless recursion's, are what used the time up.
  if (raised && outcome.status === "timeout") return { status: "error", error: raised };
  if (outcome.status !== "done" && outcome.status !== "error") {
    return { status: outcome.status, error: outcome.error };
  }
  if (raised) return { status: "error", error: raised };
  const complete = graded.every(({ got, misshapen }) => got !== null || misshapen !== null);
  if (!complete) {
    // The run says it ended, yet cases are missing: either it raised outside of them, or bytes were lost.
    if (outcome.status === "error") return { status: "error", error: outcome.error ?? UNKNOWN };
    return { status: "died", error: INCOMPLETE };
  }
  return { status: graded.every(({ ok }) => ok) ? "pass" : "wrong", error: null };
}

function mistakeOf(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
  moves: readonly LeafMove[],
): Mistake | null {
  const misshapen = graded.some((finding) => finding.misshapen !== null);
  if (misshapen) return wrongShapeMistake(check, graded);
  return unfinished(check, graded, evidence) ?? diagnose(check, graded, evidence, moves);
}

function answersOtherCases(plan: RunPlan, outcome: RunOutcome): boolean {
  return outcome.cases.some((answer, i) => answer.id !== plan.cases[i]?.id);
}

function solutionOf(check: LessonCheck, graded: readonly CaseFinding[]): UpdateSolution | null {
  if (!check.update) return null;
  // Fresh cases first: a fit uses only the first few, and these differ most.
  const freshFirst = [
    ...graded.filter(({ planned }) => planned.role === "fresh"),
    ...graded.filter(({ planned }) => planned.role === "visible"),
  ];
  return solveUpdate(check.update, freshFirst.map(lawResult));
}

function runError(type: string, message: string): RunError {
  return { type, message, line: null, explain: null };
}

const FOREIGN = runError(
  "RunError",
  "The answers do not belong to the cases of this run, so they cannot be graded. Run again.",
);
const INCOMPLETE = runError("RunError", "The run ended before every case was answered. Run again.");
const UNKNOWN = runError("Error", "The code raised an error without a text.");
