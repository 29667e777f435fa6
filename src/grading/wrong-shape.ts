import type { Mistake } from "../protocol/verdict";
import { answerText } from "./answer-text";
import type { CaseFinding } from "./judge-case";
import type { AnswerCards, LessonCheck } from "./lesson-check";

/** The card for a result that is not the right count of finite numbers. */
export function wrongShapeMistake(check: LessonCheck, findings: readonly CaseFinding[]): Mistake {
  const misshapen = findings.filter((finding) => finding.misshapen !== null);
  const returned = misshapen[0]?.misshapen ?? "no numbers";
  return {
    id: "wrong-shape",
    ...answerText(check, kindOf(returned), { returned }),
    evidence: `${misshapen.length} of ${findings.length} cases: returned ${returned}.`,
    where: null,
  };
}

function kindOf(returned: string): keyof AnswerCards {
  if (/NaN|Infinity/.test(returned)) return "notFinite";
  if (/none|undefined|nothing|null|no numbers/i.test(returned)) return "notReturned";
  return "wrongShape";
}
