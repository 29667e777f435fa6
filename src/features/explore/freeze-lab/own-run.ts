import { formatFactor } from "../../../lib/format-number";
import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import type { UpdateFit, Verdict } from "../../../protocol/verdict";
import type { RunState } from "../../../state/lab-state";
import type { LeafRates, Run } from "./runs";

/** The learner's update as the last run's answers show it, or why there is none to go on with. */
export type OwnRun =
  | { kind: "update"; rates: LeafRates; text: string }
  /** The learner's function itself went this way, at one setting. */
  | { kind: "path"; run: Run; text: string }
  | { kind: "none"; why: string };

/** Reads how far the learner's code moves each leaf from the fit of its last run; never guesses. */
export function ownRun(run: RunState, leaves: FreezeLabModel["leaves"]): OwnRun {
  switch (run.kind) {
    case "none":
      return none("Your code has not run yet. Run it; its update is then repeated here.");
    case "pending":
      return none("Your code is running. Its update is repeated here when the run has ended.");
    case "grader-failed":
      return none(
        "The last run was not graded, so it does not tell how far your code moves a leaf.",
      );
    case "finished":
      return ofVerdict(run.verdict, leaves);
  }
}

/** The same of a verdict alone. */
export function ofVerdict({ fit }: Pick<Verdict, "fit">, leaves: FreezeLabModel["leaves"]): OwnRun {
  if (!fit)
    return none(
      "The losses of the last run do not tell how far your code moves each leaf: the one before the step is not right yet, or some are missing.",
    );
  // The fit names leaves only where what is left is below the verdict's bound.
  if (fit.leaves.length === 0)
    return none(
      `No factor on each leaf's step gives the losses of your last run: ${percent(fit)} of the step's effect would be left over. There is no update to repeat.`,
    );
  const moves = leaves.map(({ name }) => fit.leaves.find(({ leaf }) => leaf === name));
  if (moves.some((move) => !move))
    return none("The last run moved leaves that this model does not have.");
  const known = moves.filter((move) => move !== undefined);
  return {
    kind: "update",
    rates: (lr) => known.map(({ factor, unit }) => factor * (unit === "step" ? lr : 1)),
    text: `Your last run moved ${known.map(moveText).join(", ")}. This update is repeated here; your code itself is not run again.`,
  };
}

function none(why: string): OwnRun {
  return { kind: "none", why };
}

function moveText({ leaf, factor, unit }: UpdateFit["leaves"][number]): string {
  return `${leaf} by ${formatFactor(factor)} × ${unit === "step" ? "the right step" : "the gradient"}`;
}

function percent({ residual }: UpdateFit): string {
  return `${(100 * residual).toPrecision(2)} %`;
}
