import type { Lesson } from "../lessons/lesson";
import type { Backend } from "../protocol/backend";
import type { GradeRequest } from "../protocol/run";
import type { Runner } from "../runner/runner";
import { visibleCasesOf } from "./visible-cases";

/** Calls before those that are timed: they compile what there is to compile. */
const WARM_UP_CALLS = 5;
const TIMED_CALLS = 40;

export type TimingOptions = {
  signal: AbortSignal;
  /** Milliseconds of one step on a device; null where it does not run there. */
  onTime: (device: Backend, ms: number | null) => void;
};

/**
 * Times one call of a lesson's solution on each device that works in this browser, one after another, its results read
 * back, once it is warm: in TypeScript, whose own part in it is the smallest.
 */
export async function timeSteps(
  runner: Runner,
  lesson: Lesson,
  { signal, onTime }: TimingOptions,
): Promise<void> {
  for (const backend of runner.backends) {
    const ms = await timeStep(runner, lesson, backend, signal);
    if (signal.aborted) return;
    onTime(backend, ms);
  }
}

async function timeStep(
  runner: Runner,
  lesson: Lesson,
  backend: Backend,
  signal: AbortSignal,
): Promise<number | null> {
  const { outcome, followUp } = await runner.runFollowed(
    calls(lesson, WARM_UP_CALLS),
    calls(lesson, TIMED_CALLS),
    { backend, signal },
  );
  const timed = await followUp;
  const isThere = outcome.status === "done" && timed?.status === "done";
  return isThere && timed.backend === backend ? timed.ms.run / TIMED_CALLS : null;
}

/** So many calls of the solution on the first case that the lesson shows. */
function calls({ check, programs }: Lesson, count: number): GradeRequest {
  const [first] = visibleCasesOf(check);
  return {
    kind: "grade",
    language: "typescript",
    source: programs.solution.typescript,
    entry: check.entry,
    cases: Array.from({ length: count }, (_, i) => ({
      id: String(i),
      inputs: first?.inputs ?? [],
    })),
  };
}
