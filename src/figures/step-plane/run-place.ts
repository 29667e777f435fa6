/** Where a learner's run lies on the plane, from the moves that its returned numbers tell. */
import { FROM, TO } from "./plane";
import type { Moves } from "./plane";

/** How far one parameter moved: a factor on the right step, or on the bare gradient. */
export type LeafMoved = { half: string; factor: number; unit: "step" | "gradient" };

/** A run's update as the grader found it; no moves where none explain its numbers. null before any run. */
export type FoundUpdate = { moves: readonly LeafMoved[] } | null;

type Spread = { from: number; to: number };

export type RunPlace = {
  /** Mean of each half's leaves. */
  moves: Moves;
  /** From the least to the most moved leaf of a half; null where they moved alike. */
  spread: { across: Spread | null; up: Spread | null };
  /** The same place held inside the drawing. */
  shown: Moves;
  outside: boolean;
};

/** Leaves that differ by less moved alike. */
const ALIKE = 0.01;

/** The place at a learning rate; null where there is no run, or none that moves explain. */
export function runPlace(
  found: FoundUpdate,
  [first, second]: readonly [string, string],
  lr: number,
): RunPlace | null {
  if (!found) return null;
  const factors = (half: string) =>
    found.moves
      .filter((move) => move.half === half)
      .map(({ factor, unit }) => (unit === "gradient" ? factor / lr : factor));
  const [across, up] = [factors(first), factors(second)];
  if (across.length === 0 || up.length === 0) return null;
  const moves = { across: mean(across), up: mean(up) };
  const shown = { across: held(moves.across), up: held(moves.up) };
  return {
    moves,
    spread: { across: spreadOf(across), up: spreadOf(up) },
    shown,
    outside: shown.across !== moves.across || shown.up !== moves.up,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadOf(values: readonly number[]): Spread | null {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return to - from < ALIKE ? null : { from: held(from), to: held(to) };
}

function held(value: number): number {
  return Math.min(TO, Math.max(FROM, value));
}
