import type { UpdateFit } from "../protocol/verdict";
import type { LawResult, UpdateModel, UpdatePoint } from "./lesson-check";
import { leastSquares, type Residuals } from "./least-squares";
import { budgetUsed, toleranceFor } from "./tolerance";

type Unit = UpdateFit["leaves"][number]["unit"];

/** One case as an equation: the observed number, and what the model says for some moves. */
type Equation = {
  got: number;
  /** How much the observed number matters here: the change that a step makes. */
  change: number;
  stepSize: number;
  model: (moves: readonly number[]) => UpdatePoint;
};

type Candidate = {
  factors: readonly number[];
  units: readonly Unit[];
  /** As a share of the step's change. */
  residual: number;
  /** In tolerances. */
  left: number;
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
/** As a share of the step's change: a rough fit that leaves more is not worth refining. */
const WORTH_REFINING = 0.01;

/**
 * Recovers from the returned numbers alone how far each leaf moved: a factor on the right step, or, where
 * that explains the numbers better, on the bare gradient (one unit a half). `residual` is what the fit leaves, as
 * a share of the change that the step makes (root mean square over the cases).
 *
 * null where there is nothing to fit: too few usable cases, or a number that no step changes is already
 * wrong. Without leaves where no factors explain the numbers.
 */
export function fitUpdate(model: UpdateModel, results: readonly LawResult[]): UpdateFit | null {
  const usable = results.filter((result) => hasRightUntouched(model, result));
  if (usable.length < results.length || usable.length < FEWEST_CASES) return null;
  const equations = usable.slice(0, MOST_CASES).map((result) => equationOf(model, result));
  const best = search(model, equations);
  const residual = round(best.residual, 6);
  if (best.left > EXPLAINED) return { leaves: [], residual };
  return {
    leaves: model.leaves.map(({ name }, i) => ({
      leaf: name,
      factor: round(best.factors[i] ?? 0, 3),
      unit: best.units[i] ?? "step",
    })),
    residual,
  };
}

function hasRightUntouched(model: UpdateModel, { got, expected }: LawResult): boolean {
  if (!got || got.length !== expected.length) return false;
  const pick = (values: readonly number[]) => model.untouched.map((i) => values[i] ?? NaN);
  return budgetUsed(pick(got), pick(expected)) <= 1;
}

function equationOf(model: UpdateModel, { inputs, got }: LawResult): Equation {
  const at = model.open(inputs);
  const none = at(model.leaves.map(() => 0)).value;
  const right = at(model.leaves.map(() => 1)).value;
  const observed = got?.[model.observed] ?? NaN;
  return {
    got: observed,
    change: Math.max(Math.abs(right - none), Math.abs(observed - none)),
    stepSize: model.stepSize(inputs),
    model: at,
  };
}

/** Factors to start from, by half: both right, none, one of two, reversed, twice as far. */
const START_PATTERNS: readonly (readonly number[])[] = [[1], [0], [1, 0], [0, 1], [-1], [2]];

function search(model: UpdateModel, equations: readonly Equation[]): Candidate {
  const halves = [...new Set(model.leaves.map(({ half }) => half))];
  let best: Candidate = { factors: [], units: [], residual: Infinity, left: Infinity };
  for (const unitOfHalf of unitChoices(halves.length)) {
    const units = model.leaves.map(({ half }) => unitOfHalf[halves.indexOf(half)] ?? "step");
    for (const pattern of START_PATTERNS) {
      const start = model.leaves.map(
        ({ half }) => pattern[halves.indexOf(half) % pattern.length] ?? 0,
      );
      const candidate = solveFrom(start, units, equations);
      if (isBetter(candidate, best)) best = candidate;
      if (isBeyondDoubt(best) && sizeOf(best) <= LARGEST_ORDINARY_FACTOR) return best;
    }
  }
  return best;
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

function sizeOf({ factors }: Candidate): number {
  return Math.max(...factors.map(Math.abs));
}

/** Every way to give each half a unit, the plain one first. */
function unitChoices(halves: number): readonly (readonly Unit[])[] {
  const units: readonly Unit[] = ["step", "gradient"];
  let choices: readonly (readonly Unit[])[] = [[]];
  for (let i = 0; i < halves; i++) {
    choices = choices.flatMap((choice) => units.map((unit) => [...choice, unit]));
  }
  return choices;
}

/** First with equal say for every case, then weighed by what float32 can resolve in each. */
function solveFrom(
  start: readonly number[],
  units: readonly Unit[],
  equations: readonly Equation[],
): Candidate {
  const byChange = weighed(units, equations, ({ change }) => 1 / change);
  const rough = leastSquares(start, byChange);
  if (!(rough.rms < WORTH_REFINING)) {
    return { factors: rough.unknowns, units, residual: rough.rms, left: Infinity };
  }
  const byTolerance = weighed(units, equations, ({ got }) => 1 / toleranceFor(got));
  const fine = leastSquares(rough.unknowns, byTolerance);
  const shares = byChange(fine.unknowns).residuals;
  const residual = Math.sqrt(shares.reduce((sum, r) => sum + r * r, 0) / shares.length);
  return { factors: fine.unknowns, units, residual, left: fine.rms };
}

/** The residuals as a function of the factors, each case with its own weight. */
function weighed(
  units: readonly Unit[],
  equations: readonly Equation[],
  weightOf: (equation: Equation) => number,
): (factors: readonly number[]) => Residuals {
  const rows = equations.map((equation) => ({
    ...equation,
    weight: weightOf(equation),
    // The bare gradient is the right step without its size.
    perFactor: units.map((unit) => (unit === "gradient" ? 1 / equation.stepSize : 1)),
  }));
  return (factors) => {
    const residuals: number[] = [];
    const jacobian: (readonly number[])[] = [];
    for (const { got, model, weight, perFactor } of rows) {
      const { value, slopes } = model(factors.map((factor, i) => factor * (perFactor[i] ?? 1)));
      residuals.push(weight * (value - got));
      jacobian.push(slopes.map((slope, i) => weight * slope * (perFactor[i] ?? 1)));
    }
    return { residuals, jacobian };
  };
}

function round(value: number, digits: number): number {
  // + 0 turns −0 into 0.
  return Number.isFinite(value) ? Number(value.toFixed(digits)) + 0 : Number.MAX_VALUE;
}
