import type { Candidate, Equation, Freedom, Unit } from "./fit-equations";
import { residualsByChange, rootMeanSquare, solveFrom } from "./fit-equations";
import type { UpdateModel } from "./lesson-check";

/** Multiples that are looked at, from the smallest that shows to one that switches off most of a model. */
const SMALLEST = 5e-4;
const LARGEST = 100;
const RATIO = 1.15;
const COUNT = 1 + Math.ceil(Math.log(LARGEST / SMALLEST) / Math.log(RATIO));
const SIZES = Array.from({ length: COUNT }, (_, i) => SMALLEST * RATIO ** i);
const MULTIPLES = [...SIZES, ...SIZES.map((size) => -size)];
/** So many of a family's best multiples are refined. */
const REFINED = 4;
/** Enough cases to rank multiples by. */
const RANKED_BY = 4;

/**
 * The fits in which one number is free: the factor of all leaves, or of those of one half while the others took the right
 * step. One number can be looked for along its whole range, where a search in all leaves at once finds what lies near
 * its starts.
 */
export function* fitsOfOneMultiple(
  model: UpdateModel,
  equations: readonly Equation[],
): Generator<Candidate> {
  const halves = [...new Set(model.leaves.map(({ half }) => half))];
  const groups = [halves, ...halves.map((half) => [half])].map((moved) =>
    model.leaves.flatMap(({ half }, leaf) => (moved.includes(half) ? [leaf] : [])),
  );
  for (const leaves of groups) {
    for (const unit of UNITS) {
      const freedom = { units: model.leaves.map(() => unit), groups: [leaves] };
      for (const start of bestStarts(freedom, equations)) {
        yield solveFrom([start], freedom, equations);
      }
    }
  }
}

const UNITS: readonly Unit[] = ["step", "gradient"];

function bestStarts(freedom: Freedom, equations: readonly Equation[]): number[] {
  const residualsAt = residualsByChange(freedom, equations.slice(0, RANKED_BY));
  return MULTIPLES.map((multiple) => ({
    multiple,
    rms: rootMeanSquare(residualsAt([multiple]).residuals),
  }))
    .sort((a, b) => a.rms - b.rms)
    .slice(0, REFINED)
    .map(({ multiple }) => multiple);
}
