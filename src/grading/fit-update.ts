import type { UpdateFit } from "../protocol/verdict";
import type { Candidate, Equation, Unit } from "./fit-equations";
import { equationOf, solveFrom } from "./fit-equations";
import { fitsOfOneMultiple } from "./fit-one-multiple";
import type { LawResult, LeafMove, UpdateModel } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/** What the returned numbers tell of the moves. */
export type UpdateSolution = {
  /** One a leaf; none where no factors explain the numbers. */
  moves: readonly LeafMove[];
  /** What the moves leave, as a share of the change that the step makes (root mean square over the cases). */
  residual: number;
};

/** Fewer cases leave the factors open; more cost time and tell nothing new. */
const FEWEST_CASES = 6;
const MOST_CASES = 8;
/** In tolerances, root mean square: what a fit may leave and still explain the numbers. */
const EXPLAINED = 1;
/** Float32 noise leaves about 0.03; a fit that leaves no more needs no rival. */
const EXPLAINED_BEYOND_DOUBT = 0.1;
/** A fit with larger factors than this is kept only if no other unit explains the numbers. */
const LARGEST_ORDINARY_FACTOR = 4;

/** The solution as the verdict shows it; without leaves where no factors explain the numbers. */
export function fitOf(model: UpdateModel, { moves, residual }: UpdateSolution): UpdateFit {
  return {
    leaves: moves.map(({ factor, unit }, i) => ({
      leaf: model.leaves[i]?.name ?? "",
      factor: round(factor, 3),
      unit,
    })),
    residual: round(residual, 6),
  };
}

/**
 * Recovers from the returned numbers alone how far each leaf moved: a factor on the right step, or, where that explains
 * the numbers better, on the bare gradient (one unit a half).
 *
 * null where there is nothing to solve: too few usable cases, or a number that no step changes is already wrong.
 */
export function solveUpdate(
  model: UpdateModel,
  results: readonly LawResult[],
): UpdateSolution | null {
  const usable = results.filter((result) => hasRightUntouched(model, result));
  if (usable.length < results.length || usable.length < FEWEST_CASES) return null;
  const equations = usable.slice(0, MOST_CASES).map((result) => equationOf(model, result));
  const { moves, residual, left } = search(model, equations);
  return { moves: left > EXPLAINED ? [] : moves, residual };
}

function hasRightUntouched(model: UpdateModel, { got, expected }: LawResult): boolean {
  if (!got || got.length !== expected.length) return false;
  const pick = (values: readonly number[]) => model.untouched.map((i) => values[i] ?? NaN);
  return budgetUsed(pick(got), pick(expected)) <= 1;
}

/** Factors to start from, by half: both right, none, one of two, reversed, twice as far. */
const START_PATTERNS: readonly (readonly number[])[] = [[1], [0], [1, 0], [0, 1], [-1], [2]];

/**
 * The first moves that explain the numbers beyond doubt, else the best: multiples of the right step by leaf, then one
 * multiple that is looked for along its whole range, then the bare gradient in one half or in both.
 */
function search(model: UpdateModel, equations: readonly Equation[]): Candidate {
  const [inSteps = [], ...inGradients] = unitChoices(model);
  const byLeaf = bestOf(fitsByLeaf(model, inSteps, equations));
  if (isOrdinary(byLeaf)) return byLeaf;
  // A single number that explains all cases is no accident, however large it is.
  const one = bestOf(fitsOfOneMultiple(model, equations));
  if (isBeyondDoubt(one)) return one;
  const others = function* () {
    yield* [byLeaf, one];
    for (const units of inGradients) yield* fitsByLeaf(model, units, equations);
  };
  return bestOf(others());
}

/** The best of the candidates, of which no more are made once one explains the numbers with ordinary factors. */
function bestOf(candidates: Iterable<Candidate>): Candidate {
  let best: Candidate = { moves: [], residual: Infinity, left: Infinity };
  for (const candidate of candidates) {
    if (isBetter(candidate, best)) best = candidate;
    if (isOrdinary(best)) break;
  }
  return best;
}

/** Fits in which every leaf has a factor of its own, from each start. */
function* fitsByLeaf(
  model: UpdateModel,
  units: readonly Unit[],
  equations: readonly Equation[],
): Generator<Candidate> {
  const halves = halvesOf(model);
  const groups = model.leaves.map((_, leaf) => [leaf]);
  for (const pattern of START_PATTERNS) {
    const start = model.leaves.map(
      ({ half }) => pattern[halves.indexOf(half) % pattern.length] ?? 0,
    );
    yield solveFrom(start, { units, groups }, equations);
  }
}

/**
 * Of two fits that both explain everything, the one with smaller factors: huge moves can kill every
 * hidden unit, after which how huge they were no longer shows.
 */
function isBetter(candidate: Candidate, best: Candidate): boolean {
  if (isBeyondDoubt(candidate) && isBeyondDoubt(best)) return sizeOf(candidate) < sizeOf(best);
  if (candidate.left !== best.left) return candidate.left < best.left;
  return candidate.residual < best.residual;
}

function isBeyondDoubt({ left }: Candidate): boolean {
  return left <= EXPLAINED_BEYOND_DOUBT;
}

function isOrdinary(candidate: Candidate): boolean {
  return isBeyondDoubt(candidate) && sizeOf(candidate) <= LARGEST_ORDINARY_FACTOR;
}

function sizeOf({ moves }: Candidate): number {
  return Math.max(...moves.map(({ factor }) => Math.abs(factor)));
}

/** Every way to give each half a unit, as units of leaves; the right step in all comes first. */
function unitChoices(model: UpdateModel): readonly (readonly Unit[])[] {
  const units: readonly Unit[] = ["step", "gradient"];
  const halves = halvesOf(model);
  let choices: readonly (readonly Unit[])[] = [[]];
  for (const _ of halves) {
    choices = choices.flatMap((choice) => units.map((unit) => [...choice, unit]));
  }
  return choices.map((choice) =>
    model.leaves.map(({ half }) => choice[halves.indexOf(half)] ?? "step"),
  );
}

function halvesOf(model: UpdateModel): string[] {
  return [...new Set(model.leaves.map(({ half }) => half))];
}

function round(value: number, digits: number): number {
  // + 0 turns −0 into 0.
  return Number.isFinite(value) ? Number(value.toFixed(digits)) + 0 : Number.MAX_VALUE;
}
