import type { Corners } from "../protocol/verdict";
import type { CaseFinding } from "./judge-case";
import type { UpdateModel } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/**
 * What each half's move does to the observed result, and which corner was returned: in the first case where all
 * agree, else in the first failing one, if its number is that of a corner in which not both halves moved. null
 * elsewhere, and for models that have not two halves.
 */
export function cornersOf(model: UpdateModel, graded: readonly CaseFinding[]): Corners | null {
  const failing = graded.find(({ ok }) => !ok);
  const shown = failing ?? graded[0];
  const halves = [...new Set(model.leaves.map(({ half }) => half))];
  const [a, b] = halves;
  if (!shown?.got || a === undefined || b === undefined || halves.length > 2) return null;
  const at = model.open(shown.planned.inputs);
  const moving = (...moved: readonly string[]) =>
    at(model.leaves.map(({ half }) => (moved.includes(half) ? 1 : 0))).value;
  const corners = { neither: moving(), first: moving(a), second: moving(b), both: moving(a, b) };
  const got = shown.got[model.observed] ?? NaN;
  const possible = failing ? (["neither", "first", "second"] as const) : (["both"] as const);
  const same = possible.find((corner) => budgetUsed([got], [corners[corner]]) <= 1);
  return same ? { case: shown.planned.id, halves: [a, b], ...corners, got, same } : null;
}
