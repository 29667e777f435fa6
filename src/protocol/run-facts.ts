import { formatMilliseconds } from "../lib/format-number";
import { BACKEND_NAMES } from "./backend";
import type { RunOutcome } from "./run";

/** Whether the program got as far as running: what was stopped before has nowhere and no time to tell. */
export function hasRun({ ms }: Pick<RunOutcome, "ms">): boolean {
  return ms.run > 0;
}

/** Time of the program itself in milliseconds; null where it never ran. */
export function lastMs(run: Pick<RunOutcome, "ms">): number | null {
  return hasRun(run) ? run.ms.run : null;
}

/** Where and how long a program ran, e.g. "WebGL · float32 · 41 ms". */
export function runFacts({
  backend,
  precision,
  ms,
}: Pick<RunOutcome, "backend" | "precision" | "ms">): string {
  return [BACKEND_NAMES[backend], precision, formatMilliseconds(ms.run)].join(" · ");
}
