import { fitSentence } from "../fit-sentence";
import type { LawResult, LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/**
 * Every parameter of every half moves, and all by gradients of one point: the update fit finds such moves or none. Needs
 * no case of its own.
 */
export function halvesTogetherLaw(): LessonLaw {
  const differs = ({ got, expected }: LawResult) => budgetUsed(got ?? [], expected) > 1;
  return {
    id: "both-halves-move-at-once",
    cases: () => [],
    judge: (_own, { graded, fit }) => {
      const breaking = graded.filter(differs).map(({ inputs }) => inputs);
      if (fit === null) {
        return {
          holds: false,
          evidence: "The loss before the step differs, so moves cannot be read from it.",
        };
      }
      if (fit.leaves.length === 0) {
        const evidence = "No moves by gradients of one point give the returned losses.";
        return { holds: false, breaking, evidence };
      }
      const holds = fit.leaves.every(({ factor }) => factor !== 0);
      return {
        holds,
        breaking: holds ? [] : breaking,
        evidence: `Moves found from the losses: ${fitSentence(fit)}`,
      };
    },
  };
}
