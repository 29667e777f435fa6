/** The update fit as equations: one a case, in the moves of the leaves. */
import { leastSquares, type Residuals } from "./least-squares";
import type { LawResult, LeafMove, UpdateModel, UpdatePoint } from "./lesson-check";
import { toleranceFor } from "./tolerance";

export type Unit = LeafMove["unit"];

/** One case as an equation: the observed number, and what the model says for some moves. */
export type Equation = {
  got: number;
  /** How much the observed number matters here: the change that a step makes. */
  change: number;
  stepSize: number;
  model: (moves: readonly number[]) => UpdatePoint;
};

/** What is free in a fit. Each unknown is the factor of the leaves in one group; the others take the right step. */
export type Freedom = { units: readonly Unit[]; groups: readonly (readonly number[])[] };

export type Candidate = {
  moves: readonly LeafMove[];
  /** As a share of the step's change. */
  residual: number;
  /** In tolerances, root mean square. */
  left: number;
};

/** As a share of the step's change: a rough fit that leaves more is not worth refining. */
const WORTH_REFINING = 0.01;

/** The equation of a case whose numbers are usable. */
export function equationOf(model: UpdateModel, { inputs, got }: LawResult): Equation {
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

/** First with equal say for every case, then weighed by what float32 can resolve in each. */
export function solveFrom(
  start: readonly number[],
  freedom: Freedom,
  equations: readonly Equation[],
): Candidate {
  const byChange = residualsByChange(freedom, equations);
  const rough = leastSquares(start, byChange);
  if (!(rough.rms < WORTH_REFINING)) {
    return { moves: movesOf(rough.unknowns, freedom), residual: rough.rms, left: Infinity };
  }
  const byTolerance = weighed(freedom, equations, ({ got }) => 1 / toleranceFor(got));
  const fine = leastSquares(rough.unknowns, byTolerance);
  const residual = rootMeanSquare(byChange(fine.unknowns).residuals);
  return { moves: movesOf(fine.unknowns, freedom), residual, left: fine.rms };
}

/** The residuals as a function of the unknowns, each as a share of the step's change. */
export function residualsByChange(freedom: Freedom, equations: readonly Equation[]) {
  return weighed(freedom, equations, ({ change }) => 1 / change);
}

function movesOf(unknowns: readonly number[], freedom: Freedom): LeafMove[] {
  return freedom.units.map((unit, leaf) => {
    const group = freedom.groups.findIndex((leaves) => leaves.includes(leaf));
    return group < 0 ? { factor: 1, unit: "step" } : { factor: unknowns[group] ?? 0, unit };
  });
}

/** The residuals as a function of the unknowns, each case with its own weight. */
function weighed(
  freedom: Freedom,
  equations: readonly Equation[],
  weightOf: (equation: Equation) => number,
): (unknowns: readonly number[]) => Residuals {
  const rows = equations.map((equation) => ({ ...equation, weight: weightOf(equation) }));
  return (unknowns) => {
    const moves = movesOf(unknowns, freedom);
    const residuals: number[] = [];
    const jacobian: (readonly number[])[] = [];
    for (const { got, model, weight, stepSize } of rows) {
      // The bare gradient is the right step without its size.
      const scale = ({ unit }: LeafMove) => (unit === "gradient" ? 1 / stepSize : 1);
      const { value, slopes } = model(moves.map((move) => move.factor * scale(move)));
      const slopeOf = (leaf: number) => {
        const move = moves[leaf];
        return move ? weight * (slopes[leaf] ?? 0) * scale(move) : 0;
      };
      residuals.push(weight * (value - got));
      jacobian.push(
        freedom.groups.map((leaves) => leaves.reduce((sum, leaf) => sum + slopeOf(leaf), 0)),
      );
    }
    return { residuals, jacobian };
  };
}

/** Of residuals, for comparing fits. */
export function rootMeanSquare(residuals: readonly number[]): number {
  return Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / residuals.length);
}
