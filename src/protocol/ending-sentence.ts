import { formatMilliseconds } from "../lib/format-number";
import type { OutcomeStatus, RunOutcome } from "./run";
import { hasRun } from "./run-facts";
import { withoutTraceback } from "./traceback";
import type { RunError } from "./verdict";

/** Whether the code did what was asked; neutral where nothing can be said of it. */
export type Tone = "pass" | "not-yet" | "neutral";
export type Headline = { tone: Tone; text: string };

type Ended = Pick<RunOutcome, "console" | "error" | "ms">;

/** The one table of how a run can end; `failures.ts` has what there is to do about it. */
const ENDINGS: Readonly<Record<OutcomeStatus, { tone: Tone; text: (run: Ended) => string }>> = {
  done: { tone: "neutral", text: ({ ms }) => `Finished in ${formatMilliseconds(ms.run)}.` },
  error: { tone: "not-yet", text: ({ error }) => `The code ${raisedWords(error)}.` },
  timeout: {
    tone: "not-yet",
    text: (run) => `Stopped after ${formatMilliseconds(run.ms.run)}.${lastPrinted(run)}`,
  },
  died: {
    tone: "not-yet",
    text: () =>
      "The run ended without an answer: out of memory, or the code closed its own worker. The next run starts fresh.",
  },
  "too-large": {
    tone: "not-yet",
    text: () =>
      "The code sent more than a run may return, so it was stopped. Print or return less.",
  },
  cancelled: {
    tone: "neutral",
    text: (run) => (hasRun(run) ? `Stopped.${lastPrinted(run)}` : "Stopped before it began."),
  },
  "gpu-lost": {
    tone: "neutral",
    text: () =>
      "The graphics device was lost during the run, so its numbers do not count. Run again.",
  },
  unavailable: {
    tone: "neutral",
    text: () => "The code could not be run here. Reading and editing still work.",
  },
};

/** How a run ended, in one sentence. */
export function endingSentence(run: Ended & { status: OutcomeStatus }): Headline {
  const { tone, text } = ENDINGS[run.status];
  return { tone, text: text(run) };
}

/** The same for the learner's own code: who stops it may worry about the text. */
export function draftEnding(run: Ended & { status: OutcomeStatus }): Headline {
  const { tone, text } = endingSentence(run);
  const stopped = run.status === "timeout" || run.status === "cancelled";
  return { tone, text: stopped ? `${text} Your code is saved.` : text };
}

/** `raised ValueError in line 8` */
export function raisedWords(error: RunError | null): string {
  if (!error) return "raised an error";
  return `raised ${error.type}${error.line === null ? "" : ` in line ${error.line}`}`;
}

function lastPrinted({ console }: Ended): string {
  const last = withoutTraceback(console).printed.at(-1)?.text.trim();
  return last ? ` The last line printed was “${last.slice(0, 80)}”.` : " Nothing was printed.";
}
