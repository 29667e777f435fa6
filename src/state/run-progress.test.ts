import { describe, expect, it } from "vitest";
import { runProgress } from "./run-progress";

const python = {
  kind: "loading",
  what: "Python 3.14",
  loadedBytes: 430,
  totalBytes: 1000,
} as const;

describe("what a run waits for", () => {
  it("is the runtime, with how much of it is there", () => {
    const progress = runProgress({ kind: "starting" }, python);
    expect(progress.text).toMatch(/^Python 3.14: 43 %\. Your run starts by itself/);
    expect(progress.amount).toEqual({ label: "Loading Python 3.14", loaded: 430, total: 1000 });
    const there = runProgress({ kind: "starting" }, { ...python, loadedBytes: 1000 });
    expect(there.text).toMatch(/^Python 3.14 is starting\./);
  });

  it("is other programs, and how many", () => {
    expect(runProgress({ kind: "waiting", ahead: 1 }, python).text).toContain("another program");
    expect(runProgress({ kind: "waiting", ahead: 3 }, python).text).toContain("3 programs");
  });

  it("is its own end, with a clock", () => {
    const running = { kind: "running", since: 5, limitMs: 12_000 } as const;
    const progress = runProgress(running, { kind: "running", runId: 1, backend: "webgl" });
    expect(progress.text).toBe("WebGL · running");
    expect(progress.clock).toEqual({ since: 5, limitMs: 12_000 });
  });
});
