import { formatNumber } from "../../lib/format-number";
import type { CaseInputs, LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/** The same inputs give the same answer: nothing is kept from call to call. */
export function repeatLaw(): LessonLaw {
  return {
    id: "equal-inputs-equal-answer",
    cases: ({ fresh }) => fresh.slice(0, 1),
    judge: ([own], { graded }) => {
      const again = own?.got ?? [];
      const first = graded.find(({ inputs }) => own && sameInputs(inputs, own.inputs))?.got ?? null;
      if (first === null) {
        return { holds: false, evidence: "The first of the two equal calls gave no numbers." };
      }
      const show = (values: readonly number[]) => values.map(formatNumber).join(", ");
      const holds = budgetUsed(again, first) <= 1;
      return {
        holds,
        breaking: holds || !own ? [] : [own.inputs],
        evidence: `Two calls with equal inputs gave ${show(first)} and ${show(again)}.`,
      };
    },
  };
}

function sameInputs(a: CaseInputs, b: CaseInputs): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
