import type { Mistake } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { LessonCheck } from "./lesson-check";

/** The card for a result that is not the right count of finite numbers. */
export function wrongShapeMistake(check: LessonCheck, findings: readonly CaseFinding[]): Mistake {
  const misshapen = findings.filter((finding) => finding.misshapen !== null);
  const first = misshapen[0]?.misshapen ?? "no numbers";
  const count = check.results.length;
  return {
    id: "wrong-shape",
    title: `The result is not ${inWords(count)} finite ${count === 1 ? "number" : "numbers"}`,
    message:
      `\`${check.entry}\` returns ${check.results.join(", then ")}, as an array of shape (${count},) ` +
      "or a list of the numbers. " +
      (isNotFinite(first)
        ? "Here at least one of them is not finite, so there is nothing to compare."
        : `Here it returned ${first}, so there is nothing to compare.`),
    evidence: `${misshapen.length} of ${findings.length} cases: returned ${first}.`,
    next: nextStep(first, count),
    where: null,
  };
}

const NUMBER_WORDS = ["no", "one", "two", "three", "four", "five"];

function inWords(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}

function isNotFinite(what: string): boolean {
  return /NaN|Infinity/.test(what);
}

function nextStep(what: string, count: number): string {
  if (isNotFinite(what)) {
    return "Print the loss before the step. If it is finite, look at the size of the update: steps that overshoot grow until they overflow.";
  }
  if (/none|undefined|nothing|null|no numbers/i.test(what)) {
    return "Look at the last line of the function: the result has to be returned.";
  }
  return `Look at the return line: it needs ${inWords(count)} scalars, stacked or in a list, in the order given below.`;
}
