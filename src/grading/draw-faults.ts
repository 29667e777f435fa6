import type { CaseInputs, LessonCheck } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/** Two mistakes are told apart by a case whose results differ by this many tolerances. */
const TOLD_APART = 4;
/** A wrong step must miss by this many tolerances … */
const CLEAR_MISS = 20;
/** … on at least this many fresh cases. */
const CLEAR_MISSES_NEEDED = 3;

type Results = readonly (readonly number[])[];

/**
 * What a drawn set of cases cannot tell, in words; empty for a good set. Each reading of a mistake has to
 * miss clearly on several cases, and no two mistakes may agree on all of them.
 */
export function drawFaults(check: LessonCheck, fresh: readonly CaseInputs[]): string[] {
  const expected = fresh.map((inputs) => check.reference(inputs));
  const readings = check.mistakes.flatMap(({ id, readings }) =>
    readings.map((one) => ({
      mistake: id,
      id: one.id,
      all: fresh.map((inputs) => one.run(inputs)),
    })),
  );
  const unseen = readings.filter(({ all }) => clearMisses(all, expected) < CLEAR_MISSES_NEEDED);
  const alike = readings.flatMap((one, i) =>
    readings
      .slice(i + 1)
      .filter((other) => other.mistake !== one.mistake && !toldApart(one.all, other.all))
      .map((other) => `${one.id} looks like ${other.id}`),
  );
  return [...unseen.map(({ id }) => `${id} looks right`), ...alike];
}

function clearMisses(results: Results, expected: Results): number {
  return results.filter((result, i) => budgetUsed(result, expected[i] ?? []) >= CLEAR_MISS).length;
}

function toldApart(some: Results, others: Results): boolean {
  return some.some((result, i) => budgetUsed(result, others[i] ?? []) > TOLD_APART);
}
