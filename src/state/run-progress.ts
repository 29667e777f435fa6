/** What a run waits for, in words and numbers, for the place where its button was pressed. */
import { BACKEND_NAMES } from "../protocol/backend";
import type { RunPhase, RuntimeStatus } from "../runner/runner";

export type RunProgress = {
  text: string;
  /** Of the files that have to come first; null where nothing is counted. */
  amount: { label: string; loaded: number; total: number } | null;
  /** Of the running program, on the clock of `performance.now()`; null before it runs. */
  clock: { since: number; limitMs: number } | null;
};

/** The same as a heading, where there is room for one. */
export function pendingHeadline(phase: RunPhase): string {
  if (phase.kind === "running") return "Running …";
  return phase.kind === "waiting"
    ? "Your run starts as soon as the programs before it have ended."
    : "Your run starts as soon as the runtime is ready.";
}

/** How far a run has come. `runtime` is the status of its language's runtime. */
export function runProgress(phase: RunPhase, runtime: RuntimeStatus): RunProgress {
  switch (phase.kind) {
    case "waiting":
      return words(
        phase.ahead === 1
          ? "Waiting for another program of this page to end"
          : `Waiting: ${phase.ahead} programs of this page come first`,
      );
    case "running":
      return {
        ...words(runningText(runtime)),
        clock: { since: phase.since, limitMs: phase.limitMs },
      };
    case "starting": {
      if (runtime.kind !== "loading") return words("Starting the runtime");
      const progress = loadProgress(runtime);
      return {
        ...progress,
        text: `${progress.text}. Your run starts by itself when this is done.`,
      };
    }
  }
}

function runningText(runtime: RuntimeStatus): string {
  return runtime.kind === "running" ? `${BACKEND_NAMES[runtime.backend]} · running` : "running";
}

/** How much of a runtime is there, e.g. "Python 3.14: 43 %". */
export function loadProgress({
  what,
  loadedBytes,
  totalBytes,
}: Extract<RuntimeStatus, { kind: "loading" }>): RunProgress {
  const name = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if (totalBytes === null || totalBytes === 0) return words(`${name} is on its way`);
  if (loadedBytes >= totalBytes) return words(`${name} is starting`);
  return {
    ...words(`${name}: ${Math.floor((100 * loadedBytes) / totalBytes)} %`),
    amount: { label: `Loading ${what}`, loaded: loadedBytes, total: totalBytes },
  };
}

function words(text: string): RunProgress {
  return { text, amount: null, clock: null };
}
