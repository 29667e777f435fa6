/**
 * What the page asks of the sandbox, and what comes back. The request carries inputs only:
 * no expected value, tolerance or verdict ever crosses into the frame.
 */
import type { LoggedCall } from "../lib/logged-call";
import type { SeenCall } from "../lib/seen-call";
import type { Backend, Language, Precision } from "./backend";
import type { ConsoleLine, RunError } from "./verdict";

/** One argument of the learner's function: a number (shape null) or an array of float32 values. */
export type RunInput = {
  name: string;
  /** null: a plain number, `data` has one entry. */
  shape: readonly number[] | null;
  data: readonly number[];
};

/** Call the learner's `entry` once per case. */
export type GradeRequest = {
  kind: "grade";
  language: Language;
  source: string;
  /** Name of the function that the learner writes, e.g. `mixed_train_step`. */
  entry: string;
  cases: readonly { id: string; inputs: readonly RunInput[] }[];
  /** Keep what the names of the program's functions hold in the first case. */
  look?: true;
};

/** Run a program for what it prints and plots (playground, snippets). */
export type ProgramRequest = {
  kind: "program";
  language: Language;
  source: string;
};

export type RunRequest = GradeRequest | ProgramRequest;

/** What one case gave. `values` is null when the result was not numbers; `problem` says what it was. */
export type CaseOutcome = {
  id: string;
  shape: readonly number[] | null;
  values: readonly number[] | null;
  /** e.g. "None", "a scalar", "an array of strings"; null when `values` is set. */
  problem: string | null;
  error: RunError | null;
};

/** A series drawn by `plot(values)`. */
export type PlotSeries = { label: string; values: readonly number[] };

export type OutcomeStatus =
  "done" | "error" | "timeout" | "died" | "too-large" | "cancelled" | "gpu-lost" | "unavailable";

/** Every run ends in exactly one of these. */
export type RunOutcome = {
  id: number;
  status: OutcomeStatus;
  backend: Backend;
  precision: Precision;
  /** In the order of the request; shorter when the run ended early. Empty for programs. */
  cases: readonly CaseOutcome[];
  /** What the program called while it loaded and in its first case: a claim, so no verdict may rest on it. */
  calls: readonly LoggedCall[];
  /** Where the request asked for a look, as far as the first case came; the program's word. */
  seen: readonly SeenCall[];
  plots: readonly PlotSeries[];
  console: readonly ConsoleLine[];
  /** Why the run did not end in "done": the first error, or the text for this status. */
  error: RunError | null;
  ms: { boot: number; run: number };
  /** What else the learner should know, e.g. "The GPU context was lost; this ran on wasm." */
  notes: readonly string[];
};
