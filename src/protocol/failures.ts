/**
 * Why a run ended early, in words for the learner: what happened, why, what to do. One table, so that
 * the page, the grade command and the tests speak alike.
 */
import type { RunError } from "./verdict";

export type FailureCode =
  | "busy-timeout"
  | "await-timeout"
  | "runtime-ended"
  | "frame-gone"
  | "too-many-messages"
  | "result-too-large"
  | "cancelled"
  | "replaced"
  | "gpu-lost"
  | "unavailable"
  | "missing-entry"
  | "source-too-long"
  | "bad-message";

export type FailureDetails = {
  seconds?: number;
  /** Number of the case that was being worked on, from 1. */
  caseNumber?: number | null;
  /** What the program printed last. */
  lastLine?: string | null;
  entry?: string;
  reason?: string;
};

type Text = { type: string; message: (details: FailureDetails) => string };

function during({ caseNumber }: FailureDetails): string {
  return caseNumber === undefined || caseNumber === null ? "" : ` (case ${caseNumber})`;
}

function lastPrinted({ lastLine }: FailureDetails): string {
  return lastLine === undefined || lastLine === null
    ? ""
    : ` Last line printed: ${lastLine.slice(0, 200)}`;
}

const TEXTS: Record<FailureCode, Text> = {
  "busy-timeout": {
    type: "Timeout",
    message: (d) =>
      `Stopped after ${d.seconds ?? "?"} s${during(d)}: the code was still busy. A loop may never end, or it may have used up the memory. ` +
      "Check the loop's condition, or do less work." +
      lastPrinted(d),
  },
  "await-timeout": {
    type: "Timeout",
    message: (d) =>
      `Stopped after ${d.seconds ?? "?"} s: an await never finished${during(d)}. ` +
      "The promise it waits for is never resolved; resolve it, or remove the await." +
      lastPrinted(d),
  },
  "runtime-ended": {
    type: "RuntimeEnded",
    message: (d) =>
      `Your program ended the runtime${during(d)}. It called close(), or the browser ended it to save memory. ` +
      "A new runtime is ready for the next run.",
  },
  "frame-gone": {
    type: "RuntimeEnded",
    message: () =>
      "The sandbox stopped answering, so the browser has probably ended it. A new one is ready for the next run.",
  },
  "too-many-messages": {
    type: "TooLarge",
    message: () =>
      "Output stopped: the program sent more messages than a run may. Print or post less.",
  },
  "result-too-large": {
    type: "TooLarge",
    message: (d) =>
      `The result is too large${during(d)}: at most 1,048,576 numbers a case and 32 MB a run come back. Return less.`,
  },
  cancelled: { type: "Cancelled", message: () => "The run was stopped." },
  replaced: { type: "Cancelled", message: () => "A newer run took this one's place." },
  "gpu-lost": {
    type: "GpuLost",
    message: () =>
      "The browser took the GPU away while the code ran, twice. Nothing computed then can be trusted. Run again in a moment.",
  },
  unavailable: {
    type: "Unavailable",
    message: (d) => d.reason ?? "The runtime could not be started in this browser.",
  },
  "missing-entry": {
    type: "MissingFunction",
    message: (d) =>
      `There is no function "${d.entry ?? ""}" in the code. The checker calls it by that name; write it at the top level of the file.`,
  },
  "source-too-long": {
    type: "TooLarge",
    message: () => "The program is longer than 200,000 characters. Make it shorter.",
  },
  "bad-message": {
    type: "BadMessage",
    message: () =>
      "The sandbox sent something that is not a result, so the run was ended. Run again; if it stays so, reload the page.",
  },
};

/** The text of one failure as a run's error. */
export function failureError(code: FailureCode, details: FailureDetails = {}): RunError {
  const { type, message } = TEXTS[code];
  return { type, message: message(details), line: null, explain: null };
}
