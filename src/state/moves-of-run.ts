import type { LessonCheck } from "../grading/lesson-check";
import type { RunState } from "./lab-state";
import { halvesOf } from "./halves-of";

/** How far a run moved one leaf, and whose leaf it is. */
export type LeafOfRun = { half: string; factor: number; unit: "step" | "gradient" };

/** What a finished run moved, by the update fit; no moves where none explain it, null before there is one. */
export function movesOfRun(run: RunState, check: LessonCheck): { moves: LeafOfRun[] } | null {
  if (run.kind !== "finished" || !run.verdict.fit) return null;
  const halves = halvesOf(check);
  return {
    moves: run.verdict.fit.leaves.map(({ leaf, factor, unit }) => ({
      half: halves.get(leaf) ?? "",
      factor,
      unit,
    })),
  };
}
