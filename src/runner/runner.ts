/** What the rest of the page knows of the sandbox. */
import type { Backend, Language, Precision } from "../protocol/backend";
import type { GradeRequest, RunOutcome, RunRequest } from "../protocol/run";
import type { ConsoleLine } from "../protocol/verdict";

export type RuntimeStatus =
  | { kind: "idle" }
  | { kind: "loading"; what: string; loadedBytes: number; totalBytes: number | null }
  | { kind: "ready"; backend: Backend; precision: Precision; note: string | null }
  | { kind: "running"; runId: number; backend: Backend }
  | { kind: "unavailable"; reason: string };

/** How far a run that was asked for has come. */
export type RunPhase =
  /** So many other runs come first. */
  | { kind: "waiting"; ahead: number }
  /** It is its turn, once the runtime is there: `status` says how far that is. */
  | { kind: "starting" }
  /** The program runs since `since`, on the clock of `performance.now()`, and is stopped after `limitMs`. */
  | { kind: "running"; since: number; limitMs: number };

export type RunOptions = {
  signal?: AbortSignal;
  /** Time for the learner's code after the runtime is ready; 10 to 30 s, by the machine's speed, unless given. */
  deadlineMs?: number;
  /** How far the run has come, at each change. */
  onPhase?: (phase: RunPhase) => void;
  /** Use this backend and no other (the grade command's --backend). */
  backend?: Backend;
  /** The console as far as it got, whole, while the run is going on: at most ten times a second. */
  onConsole?: (lines: readonly ConsoleLine[]) => void;
};

/** A run whose outcome stands, and what its follow-up gives; null where there was none, or it did not end. */
export type FollowedRun = { outcome: RunOutcome; followUp: Promise<RunOutcome | null> };

export interface Runner {
  /**
   * Loads the runtime of a language and keeps one warm spare of it; safe to call again. `warmUp` is run in
   * each spare and its result dropped, so that the shaders of the coming shapes are compiled before Run.
   */
  prepare(language: Language, warmUp?: GradeRequest): void;
  /** Runs one request, once those that were asked for before it have ended. Never rejects. */
  run(request: RunRequest, options?: RunOptions): Promise<RunOutcome>;
  /**
   * Runs a request, and after it a second one of the same source in the same worker if the first was done.
   * The first outcome does not wait for the second; the signal ends both, and the next run waits for both. Never rejects.
   */
  runFollowed(
    request: GradeRequest,
    followUp: GradeRequest,
    options?: RunOptions,
  ): Promise<FollowedRun>;
  /** The backends that work in this browser, in the order in which they are tried. */
  readonly backends: readonly Backend[];
  /** Runs from now on use this backend where it starts; null leaves the choice to the runner. */
  prefer(backend: Backend | null): void;
  /** Of the runtime of one language. */
  status(language: Language): RuntimeStatus;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}
