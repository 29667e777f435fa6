import { formatNumber } from "../../lib/format-number";
import type { UpdateFit } from "../../protocol/verdict";
import type { LawResult, LessonLaw, UpdateModel } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/** A half that moved less than this share of the right step stood still. */
const STOOD_STILL = 0.01;

/**
 * Every half moves, and all by gradients of one point: the update fit finds such moves or none. Needs no case
 * of its own.
 */
export function halvesTogetherLaw(model: UpdateModel): LessonLaw {
  const halves = [...new Set(model.leaves.map(({ half }) => half))];
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
      const moves = halves.map((half) => ({ half, ...largestMove(fit, model, half) }));
      const holds = moves.every(({ size }) => size > STOOD_STILL);
      const said = moves.map(
        ({ half, size, unit }) => `the ${half} half ${formatNumber(size)} × ${UNITS[unit]}`,
      );
      return {
        holds,
        breaking: holds ? [] : breaking,
        evidence: `Moves found from the losses: ${said.join(", ")}.`,
      };
    },
  };
}

const UNITS = { step: "the right step", gradient: "the bare gradient" } as const;

function largestMove(fit: UpdateFit, model: UpdateModel, half: string) {
  const own = fit.leaves.filter((_, i) => model.leaves[i]?.half === half);
  const size = Math.max(0, ...own.map(({ factor }) => Math.abs(factor)));
  return { size, unit: own[0]?.unit ?? "step" };
}
