import { formatNumber } from "../../lib/format-number";
import type { CaseInputs, LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/**
 * The same inputs give the same answer: nothing is kept from call to call. Among the graded calls of a run two have equal
 * inputs, so the law needs none of its own.
 */
export function repeatLaw(): LessonLaw {
  return {
    id: "equal-inputs-equal-answer",
    cases: () => [],
    judge: (_own, { graded }) => {
      const again = graded.at(-1);
      const first = graded.find(({ inputs }) => again && sameInputs(inputs, again.inputs));
      if (!again?.got || !first?.got || first === again) {
        return { holds: false, evidence: "One of the two equal calls gave no numbers." };
      }
      const show = (values: readonly number[]) => values.map(formatNumber).join(", ");
      const holds = budgetUsed(again.got, first.got) <= 1;
      return {
        holds,
        breaking: holds ? [] : [again.inputs],
        evidence: `Two calls with equal inputs gave ${show(first.got)} and ${show(again.got)}.`,
      };
    },
  };
}

function sameInputs(a: CaseInputs, b: CaseInputs): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
