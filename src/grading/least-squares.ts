/** What a residual function gives: one residual an equation, and their slopes in every unknown. */
export type Residuals = { residuals: readonly number[]; jacobian: readonly (readonly number[])[] };

export type Solution = { unknowns: readonly number[]; rms: number };

const MOST_STEPS = 80;
const GOOD_ENOUGH = 1e-12;
/** Steps that each gain a smaller share than this end the search when they come in a row. */
const SMALL_GAIN = 1e-3;
const SMALL_GAINS_ALLOWED = 3;

/**
 * Damped Gauss–Newton (Levenberg 1944, Marquardt 1963): solves (JᵀJ + λ diag JᵀJ) d = −Jᵀr, takes the step if
 * it lowers the sum of squares and trusts the model more, else trusts it less. Returns the best point reached.
 */
export function leastSquares(
  start: readonly number[],
  residualsAt: (unknowns: readonly number[]) => Residuals,
): Solution {
  let here = start;
  let now = residualsAt(here);
  let cost = sumOfSquares(now.residuals);
  let damping = 1e-3;
  let smallGains = 0;
  for (let i = 0; i < MOST_STEPS && cost > GOOD_ENOUGH ** 2 && damping < 1e6; i++) {
    const step = dampedStep(now, damping);
    const there = here.map((value, k) => value + (step[k] ?? 0));
    const next = residualsAt(there);
    const nextCost = sumOfSquares(next.residuals);
    if (nextCost < cost) {
      smallGains = cost - nextCost < SMALL_GAIN * cost ? smallGains + 1 : 0;
      [here, now, cost] = [there, next, nextCost];
      damping = Math.max(damping / 10, 1e-12);
      if (smallGains === SMALL_GAINS_ALLOWED) break;
    } else {
      damping *= 10;
    }
  }
  return { unknowns: here, rms: Math.sqrt(cost / Math.max(now.residuals.length, 1)) };
}

function sumOfSquares(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value * value, 0);
  return Number.isFinite(sum) ? sum : Infinity;
}

function dampedStep({ residuals, jacobian }: Residuals, damping: number): number[] {
  const count = jacobian[0]?.length ?? 0;
  const product = (f: (row: readonly number[], r: number) => number) =>
    jacobian.reduce((sum, row, i) => sum + f(row, residuals[i] ?? 0), 0);
  const matrix = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_unused, b) => {
      const entry = product((row) => (row[a] ?? 0) * (row[b] ?? 0));
      // A leaf that no case can see has a zero column; the floor keeps it where it is.
      return a === b ? entry * (1 + damping) + 1e-30 : entry;
    }),
  );
  const right = Array.from({ length: count }, (_, a) => -product((row, r) => (row[a] ?? 0) * r));
  return solve(matrix, right);
}

/** Gaussian elimination with row pivoting on a small system; rewrites its arguments. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (entrySize(matrix, row, column) > entrySize(matrix, pivot, column)) pivot = row;
    }
    swap(matrix, column, pivot);
    swap(right, column, pivot);
    for (let row = column + 1; row < size; row++) eliminate(matrix, right, column, row);
  }
  return backSubstitute(matrix, right);
}

function entrySize(matrix: readonly number[][], row: number, column: number): number {
  return Math.abs(matrix[row]?.[column] ?? 0);
}

function swap<T>(list: T[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined) return;
  [list[a], list[b]] = [second, first];
}

function eliminate(matrix: number[][], right: number[], from: number, row: number): void {
  const source = matrix[from] ?? [];
  const target = matrix[row] ?? [];
  const factor = (target[from] ?? 0) / (source[from] || 1);
  for (let k = from; k < right.length; k++)
    target[k] = (target[k] ?? 0) - factor * (source[k] ?? 0);
  right[row] = (right[row] ?? 0) - factor * (right[from] ?? 0);
}

function backSubstitute(matrix: readonly number[][], right: readonly number[]): number[] {
  const solution = right.map(() => 0);
  for (let row = right.length - 1; row >= 0; row--) {
    const equation = matrix[row] ?? [];
    let rest = right[row] ?? 0;
    for (let k = row + 1; k < right.length; k++) rest -= (equation[k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (equation[row] || 1);
  }
  return solution;
}
