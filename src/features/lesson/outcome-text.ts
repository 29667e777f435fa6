import type { Backend } from "../../protocol/backend";
import type { OutcomeStatus, RunOutcome } from "../../protocol/run";

const BACKEND_NAMES: Readonly<Record<Backend, string>> = {
  webgl: "WebGL",
  wasm: "WebAssembly",
  cpu: "CPU",
};

const ENDINGS: Readonly<Record<OutcomeStatus, string>> = {
  done: "Finished.",
  error: "Ended with an error.",
  timeout: "Stopped: the time was up.",
  died: "The worker ended before the program did.",
  "too-large": "Stopped: the result is too large.",
  cancelled: "Stopped.",
  "gpu-lost": "The GPU was lost. Run it again.",
  unavailable: "The runtime could not start here.",
};

/** How a run ended, in one sentence. */
export function endingOf(outcome: RunOutcome): string {
  return ENDINGS[outcome.status];
}

/** How a run ended and how much it printed, for those who hear it. */
export function spokenEnding(outcome: RunOutcome): string {
  const lines = outcome.console.length;
  const printed = lines === 1 ? "1 line printed." : `${lines} lines printed.`;
  return `${endingOf(outcome)} ${printed}`;
}

/** Where and how long it ran, e.g. "WebGL · float32 · 41 ms". */
export function runFacts({ backend, precision, ms }: RunOutcome): string {
  return [BACKEND_NAMES[backend], precision, `${Math.max(1, Math.round(ms.run))} ms`].join(" · ");
}
