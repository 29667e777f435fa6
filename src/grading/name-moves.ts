import type { LawResult, LeafMove, NamedMoves, UpdateModel } from "./lesson-check";
import { niceNumber } from "./nice-number";
import { budgetUsed } from "./tolerance";

/**
 * The lesson's name for the moves that the fit found, if they give every case's numbers: with the factors that a program
 * is likely to hold, else with those found.
 */
export function nameMoves(
  model: UpdateModel,
  found: readonly LeafMove[],
  results: readonly LawResult[],
): NamedMoves | null {
  if (found.length === 0) return null;
  const likely = found.map(({ factor, unit }) => ({ factor: niceNumber(factor), unit }));
  const moves = [likely, found].find((each) => explainAll(model, each, results));
  return moves ? model.name(moves) : null;
}

function explainAll(
  model: UpdateModel,
  moves: readonly LeafMove[],
  results: readonly LawResult[],
): boolean {
  return results.every(({ inputs, expected, got }) => {
    const size = model.stepSize(inputs);
    const steps = moves.map(({ factor, unit }) => (unit === "step" ? factor : factor / size));
    const observed = model.open(inputs)(steps).value;
    const answer = expected.map((value, i) => (i === model.observed ? observed : value));
    return got !== null && budgetUsed(got, answer) <= 1;
  });
}
