import { formatMilliseconds } from "../lib/format-number";
import { BACKEND_NAMES } from "./backend";
import type { RunOutcome } from "./run";

/** Where and how long a program ran, e.g. "WebGL · float32 · 41 ms". */
export function runFacts({
  backend,
  precision,
  ms,
}: Pick<RunOutcome, "backend" | "precision" | "ms">): string {
  return [BACKEND_NAMES[backend], precision, formatMilliseconds(ms.run)].join(" · ");
}
