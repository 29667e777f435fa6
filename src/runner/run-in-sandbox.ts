import { failureError, type FailureCode } from "../protocol/failures";
import type { LoggedCall } from "../lib/logged-call";
import type { OutcomeStatus, RunRequest } from "../protocol/run";
import type { ConsoleLine, RunError } from "../protocol/verdict";
import type { FromFrame } from "../protocol/wire";
import type { Sandbox } from "./open-sandbox";
import { RunRecord } from "./run-record";

/** Time for an answer to the question whether anyone is still there, once the deadline has passed. */
const PROBE_MS = 600;

/** Why a signal was aborted, when it was a newer run. */
export const REPLACED = "replaced by a newer run";

export type RunResult = {
  status: OutcomeStatus;
  error: RunError | null;
  record: RunRecord;
  calls: readonly LoggedCall[];
  ms: number;
};

export type RunHandles = {
  runId: number;
  deadlineMs: number;
  signal: AbortSignal;
  onConsole: (lines: readonly ConsoleLine[]) => void;
};

const STATUS: Partial<Record<FailureCode, OutcomeStatus>> = {
  "busy-timeout": "timeout",
  "await-timeout": "timeout",
  "runtime-ended": "died",
  "frame-gone": "died",
  "too-many-messages": "too-large",
  "result-too-large": "too-large",
  cancelled: "cancelled",
  replaced: "cancelled",
  "gpu-lost": "gpu-lost",
};

/**
 * Runs one request in a sandbox that has not seen a learner's code yet, up to exactly one result. The
 * clock is the page's own. What arrives after the result is dropped; the caller closes the sandbox.
 */
export function runInSandbox(
  { link }: Sandbox,
  request: RunRequest,
  { runId, deadlineMs, signal, onConsole }: RunHandles,
): Promise<RunResult> {
  const record = new RunRecord(request);
  const start = performance.now();

  return new Promise((resolve) => {
    let probe: ReturnType<typeof setTimeout> | null = null;
    let frameAnswers = false;

    const finish = (
      status: OutcomeStatus,
      error: RunError | null,
      calls: readonly LoggedCall[] = [],
    ) => {
      link.listen(() => {});
      clearTimeout(deadline);
      if (probe !== null) clearTimeout(probe);
      signal.removeEventListener("abort", cancel);
      resolve({ status, error, record, calls, ms: performance.now() - start });
    };
    const fail = (code: FailureCode) =>
      finish(
        STATUS[code] ?? "error",
        failureError(code, {
          seconds: Math.round(deadlineMs / 100) / 10,
          caseNumber: record.caseNumber,
          lastLine: record.console.lastLine,
        }),
      );
    const cancel = () => fail(signal.reason === REPLACED ? "replaced" : "cancelled");
    const askWhoIsThere = () => {
      link.send({ kind: "ping" });
      probe = setTimeout(() => fail(frameAnswers ? "busy-timeout" : "frame-gone"), PROBE_MS);
    };
    const deadline = setTimeout(askWhoIsThere, deadlineMs);

    const end = (message: Extract<FromFrame, { kind: "end" }>) => {
      if (message.status === "too-large") return fail("result-too-large");
      if (message.status === "gpu-lost") return fail("gpu-lost");
      // A run that is done has answered every case.
      if (message.status === "done" && record.caseNumber !== null) return fail("bad-message");
      finish(message.status, message.error, message.calls);
    };
    const check = (isPossible: boolean) => {
      if (!isPossible) fail("bad-message");
    };
    const onProbe = (message: FromFrame) => {
      if (message.kind === "frame-alive") frameAnswers = true;
      else if (message.kind === "pong") fail("await-timeout");
      else if (message.kind === "gone" || message.kind === "ended") fail("runtime-ended");
    };

    link.listen((message) => {
      if (message === null) return fail("bad-message");
      // After the deadline the only question left is why; results come too late.
      if (probe !== null) return onProbe(message);
      switch (message.kind) {
        case "case":
          return check(record.addCase(message));
        case "plot":
          return check(record.addPlot(message.label, message.values));
        case "seen":
          return check(record.addSeen(message.calls));
        case "console":
          record.console.add(message.lines, message.omitted);
          return onConsole(record.console.lines);
        case "end":
          return end(message);
        case "context-lost":
          return fail("gpu-lost");
        case "flood":
          return fail("too-many-messages");
        case "violation":
          return fail("bad-message");
        case "gone":
        case "ended":
          return fail("runtime-ended");
        default:
          return undefined;
      }
    });
    if (signal.aborted) return cancel();
    signal.addEventListener("abort", cancel);
    link.send({ kind: "run", runId, request });
  });
}
