import type { Mistake } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { LessonCheck, RunEvidence } from "./lesson-check";
import { judgeSteps } from "./run-evidence";

/**
 * The card for a program that is not written to its end: the lesson says by what a run shows that, and the steps
 * that left no sign are named. Null for any other program.
 */
export function unfinished(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
): Mistake | null {
  if (
    !check.unfinished?.shows(
      evidence,
      graded.map(({ got }) => got),
    )
  )
    return null;
  const steps = judgeSteps(check, evidence, false);
  const open = steps.flatMap(({ seen }, i) => (seen ? [] : [i + 1]));
  const [next] = open;
  if (next === undefined) return null;
  const line = lineOfStep(evidence.source, next);
  const where = line === null ? `step ${next} is next` : `step ${next} is next: line ${line}`;
  const verb = open.length === 1 ? "is" : "are";
  return {
    id: "unfinished",
    title: `${open.length === 1 ? "Step" : "Steps"} ${ranges(open)} ${verb} still to be written; ${where}`,
    message: check.unfinished.message,
    evidence: check.unfinished.evidence.replace("{cases}", String(graded.length)),
    next: check.unfinished.next,
    where: line === null ? null : { line, text: `Line ${line} is where step ${next} begins.` },
  };
}

/** The line of the comment that a step begins with, as the starting code has it. */
function lineOfStep(source: string, step: number): number | null {
  const found = source
    .split("\n")
    .findIndex((line) => new RegExp(`^\\s*(#|//)\\s*Step ${step}\\b`, "i").test(line));
  return found < 0 ? null : found + 1;
}

/** "2 to 6", "2 and 4 to 6", "5": rising numbers with their neighbours together. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const texts = runs.flatMap(([first, last]) =>
    last - first === 1
      ? [`${first}`, `${last}`]
      : [first === last ? `${first}` : `${first} to ${last}`],
  );
  const [final = "", ...rest] = texts.reverse();
  return rest.length === 0 ? final : `${rest.reverse().join(", ")} and ${final}`;
}
