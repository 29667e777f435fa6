import { formatNumber } from "../../lib/format-number";
import type { LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";
import { withNumber } from "./with-number";

/** With step size `parameter` = 0 nothing moves, so the two results named by index are equal. */
export function noStepLaw(parameter: string, before: number, after: number): LessonLaw {
  return {
    id: "no-step-changes-nothing",
    cases: ({ fresh }) => fresh.slice(0, 1).map((inputs) => withNumber(inputs, parameter, 0)),
    judge: ([own]) => {
      const first = own?.got?.[before] ?? NaN;
      const second = own?.got?.[after] ?? NaN;
      const shown = `${formatNumber(first)} and ${formatNumber(second)}`;
      const holds = budgetUsed([second], [first]) <= 1;
      return {
        holds,
        breaking: holds || !own ? [] : [own.inputs],
        evidence: `At ${parameter} = 0 the losses are ${shown}.`,
      };
    },
  };
}
