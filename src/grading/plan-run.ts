import { seededRandom } from "../lib/seeded-random";
import { drawFaults } from "./draw-faults";
import type { CaseInputs, LessonCheck } from "./lesson-check";

export type CaseRole = "visible" | "fresh" | "repeat" | "law";

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

/** All calls of one graded run; graded cases first, then those of the laws. */
export type RunPlan = { lesson: string; drawSeed: number; cases: readonly PlannedCase[] };

/** The cases that decide the verdict. */
export function gradedCases({ cases }: RunPlan): readonly PlannedCase[] {
  return cases.filter(({ role }) => role !== "law");
}

/** The cases that laws asked for. */
export function lawCases({ cases }: RunPlan): readonly PlannedCase[] {
  return cases.filter(({ role }) => role === "law");
}

const MOST_DRAWS = 1000;

/**
 * Draws the cases of a run: the lesson's visible ones, fresh ones, the last of these once more (what a program
 * keeps from one call to the next shows there), then those that its laws ask for, each with its right answer in float64. The same seed gives the same plan. Throws if the lesson's
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
  const lawCases: { role: "law"; law: string; inputs: CaseInputs }[] = [];
  const callsOf = (id: string) =>
    lawCases.filter(({ law }) => law === id).map(({ inputs }) => inputs);
  for (const { id, cases } of check.laws) {
    for (const inputs of cases({ ...material, callsOf }))
      lawCases.push({ role: "law", law: id, inputs });
  }
  const all = [
    ...check.visible.map((inputs) => ({ role: "visible" as const, law: null, inputs })),
    ...fresh.map((inputs) => ({ role: "fresh" as const, law: null, inputs })),
    ...fresh.slice(-1).map((inputs) => ({ role: "repeat" as const, law: null, inputs })),
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
  let fault = "";
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const fresh = draw();
    const first = drawFaults(check, fresh).next();
    if (first.done) return fresh;
    fault = first.value;
  }
  throw new Error(
    `${check.slug}: ${MOST_DRAWS} draws in a row could not tell all mistakes (${fault}). ` +
      "Draw more telling inputs, or take that mistake off the list.",
  );
}
