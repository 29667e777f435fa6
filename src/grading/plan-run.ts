import { seededRandom } from "../lib/seeded-random";
import type { CaseInputs, LessonCheck, LessonLaw, WrongStep } from "./lesson-check";
import { budgetUsed } from "./tolerance";

export type CaseRole = "visible" | "fresh" | "law";

/** One call of the learner's function with its right answer, which never leaves the page. */
export type PlannedCase = {
  /** Says nothing of the role: ids travel with the inputs. */
  id: string;
  role: CaseRole;
  /** Id of the law that asked for the case; null for graded cases. */
  law: string | null;
  inputs: CaseInputs;
  expected: readonly number[];
};

/** All calls of one graded run; graded cases first, so that a law's case cannot hide one. */
export type RunPlan = { lesson: string; drawSeed: number; cases: readonly PlannedCase[] };

/** Two mistakes are told apart by a case whose results differ by this many tolerances. */
const TOLD_APART = 4;
/** A wrong step must miss by this many tolerances … */
const CLEAR_MISS = 20;
/** … on at least this many fresh cases. */
const CLEAR_MISSES_NEEDED = 3;
const MOST_DRAWS = 1000;

/**
 * Draws the cases of a run: the lesson's visible ones, fresh ones, then those that its laws ask for,
 * each with its right answer in float64. The same seed gives the same plan. Throws if the lesson's
 * drawing cannot tell its wrong steps from the right one, which is a fault of the lesson.
 */
export function planRun(check: LessonCheck, { drawSeed }: { drawSeed: number }): RunPlan {
  const random = seededRandom(drawSeed);
  const fresh = drawTellingSet(check, () => check.draw(random));
  const material = {
    fresh,
    random,
    reference: (inputs: CaseInputs) => check.reference(inputs),
  };
  const lawCases = check.laws.flatMap((law: LessonLaw) =>
    law.cases(material).map((inputs) => ({ role: "law" as const, law: law.id, inputs })),
  );
  const all = [
    ...check.visible.map((inputs) => ({ role: "visible" as const, law: null, inputs })),
    ...fresh.map((inputs) => ({ role: "fresh" as const, law: null, inputs })),
    ...lawCases,
  ];
  return {
    lesson: check.slug,
    drawSeed,
    cases: all.map(({ role, law, inputs }, i) => ({
      id: `case-${i + 1}`,
      role,
      law,
      inputs,
      expected: check.reference(inputs),
    })),
  };
}

function drawTellingSet(
  check: LessonCheck,
  draw: () => readonly CaseInputs[],
): readonly CaseInputs[] {
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const fresh = draw();
    const expected = fresh.map((inputs) => check.reference(inputs));
    const steps = check.mistakes.flatMap(({ readings }) => readings);
    if (!steps.every((step) => showsClearly(step, fresh, expected))) continue;
    if (confused(check, fresh).length === 0) return fresh;
  }
  throw new Error(
    `${check.slug}: ${MOST_DRAWS} draws in a row left one of the wrong steps looking right. ` +
      "Draw more telling inputs, or take that step off the list.",
  );
}

/** Pairs of readings of different mistakes that no case of a set tells apart. */
export function confused(
  { mistakes, visible }: LessonCheck,
  fresh: readonly CaseInputs[],
): (readonly [string, string])[] {
  const cases = [...visible, ...fresh];
  const results = mistakes.flatMap(({ id, readings }) =>
    readings.map((step) => ({ id, step: step.id, all: cases.map((inputs) => step.run(inputs)) })),
  );
  return results.flatMap((one, i) =>
    results
      .slice(i + 1)
      .filter((other) => other.id !== one.id && !told(one.all, other.all))
      .map((other) => [one.step, other.step] as const),
  );
}

function told(
  some: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): boolean {
  return some.some((result, i) => budgetUsed(result, others[i] ?? []) > TOLD_APART);
}

/** Whether a wrong step misses clearly on enough of the cases. */
export function showsClearly(
  step: WrongStep,
  cases: readonly CaseInputs[],
  expected: readonly (readonly number[])[],
): boolean {
  let misses = 0;
  for (const [i, inputs] of cases.entries()) {
    if (budgetUsed(step.run(inputs), expected[i] ?? []) >= CLEAR_MISS) misses++;
    if (misses === CLEAR_MISSES_NEEDED) return true;
  }
  return false;
}
