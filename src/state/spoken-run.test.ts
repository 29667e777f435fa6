import { expect, it } from "vitest";
import type { RunState } from "./lab-state";
import { spokenEnding, spokenPhase, spokenRun } from "./spoken-run";

const finished = (lawsPending: boolean) =>
  ({
    kind: "finished",
    run: 4,
    lawsPending,
    headline: { tone: "pass", text: "Passed: 11 of 11 cases." },
  }) as RunState;

it("speaks a verdict once: its laws, which come later, are the same event", () => {
  expect(spokenRun(finished(true))).toEqual({ event: 4, sentence: "Passed: 11 of 11 cases." });
  expect(spokenRun(finished(false))).toEqual(spokenRun(finished(true)));
});

it("says that a run waits or runs, if that lasts", () => {
  const limitMs = 10_000;
  expect(spokenPhase({ kind: "running", since: 0, limitMs })).toEqual({
    event: "running",
    sentence: "Running.",
    passing: true,
  });
  expect(spokenPhase({ kind: "starting" }).sentence).toMatch(/as soon as the runtime is ready\.$/);
  expect(spokenPhase({ kind: "waiting", ahead: 1 }).sentence).toMatch(/have ended\.$/);
  expect(spokenRun({ kind: "none" }).sentence).toBe("");
});

it("tells of a program in the text how it ended and how much it printed", () => {
  const outcome = {
    status: "done",
    error: null,
    console: [{ level: "log", text: "1.5" }],
    ms: { boot: 0, run: 41 },
  } as unknown as Parameters<typeof spokenEnding>[0];
  expect(spokenEnding(outcome)).toBe("Finished in 41 ms. 1 line printed.");
});
