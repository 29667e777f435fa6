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
  let sum = 0;
  for (const value of values) sum += value * value;
  return Number.isFinite(sum) ? sum : Infinity;
}

/** A square system of a few equations, row by row; its last column is the right-hand side. */
type System = { size: number; rows: Float64Array };

function dampedStep({ residuals, jacobian }: Residuals, damping: number): number[] {
  const size = jacobian[0]?.length ?? 0;
  const width = size + 1;
  const rows = new Float64Array(size * width);
  for (let i = 0; i < jacobian.length; i++) {
    const slopes = jacobian[i] ?? [];
    const residual = residuals[i] ?? 0;
    for (let a = 0; a < size; a++) {
      const slope = slopes[a] ?? 0;
      for (let b = 0; b < size; b++) add(rows, a * width + b, slope * (slopes[b] ?? 0));
      add(rows, a * width + size, -slope * residual);
    }
  }
  // A leaf that no case can see has a zero column; the floor keeps it where it is.
  for (let a = 0; a < size; a++) {
    const diagonal = a * width + a;
    rows[diagonal] = at(rows, diagonal) * (1 + damping) + 1e-30;
  }
  return solve({ size, rows });
}

/** Gaussian elimination with row pivoting; rewrites the system. */
function solve(system: System): number[] {
  const { size, rows } = system;
  const width = size + 1;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      const isLarger =
        Math.abs(at(rows, row * width + column)) > Math.abs(at(rows, pivot * width + column));
      if (isLarger) pivot = row;
    }
    if (pivot !== column) swapRows(system, column, pivot);
    for (let row = column + 1; row < size; row++) eliminate(system, column, row);
  }
  return backSubstitute(system);
}

function swapRows({ size, rows }: System, a: number, b: number): void {
  const width = size + 1;
  for (let k = 0; k < width; k++) {
    const first = at(rows, a * width + k);
    rows[a * width + k] = at(rows, b * width + k);
    rows[b * width + k] = first;
  }
}

function eliminate({ size, rows }: System, from: number, row: number): void {
  const width = size + 1;
  const factor = at(rows, row * width + from) / (at(rows, from * width + from) || 1);
  for (let k = from; k < width; k++)
    add(rows, row * width + k, -factor * at(rows, from * width + k));
}

function backSubstitute({ size, rows }: System): number[] {
  const width = size + 1;
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = at(rows, row * width + size);
    for (let k = row + 1; k < size; k++) rest -= at(rows, row * width + k) * (solution[k] ?? 0);
    solution[row] = rest / (at(rows, row * width + row) || 1);
  }
  return solution;
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}

function add(values: Float64Array, i: number, more: number): void {
  values[i] = at(values, i) + more;
}
