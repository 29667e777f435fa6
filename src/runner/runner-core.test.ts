import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LIMITS } from "../protocol/limits";
import { REPLACED } from "./run-in-sandbox";
import type { RunPhase } from "./runner";
import {
  type FakeFrame,
  answer,
  answerAll,
  honest,
  ready,
  request,
  running,
  runnerWith,
} from "./testing/fake-frame";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a run", () => {
  it("ends as done with the bytes of every case", async () => {
    const { runner, frames, live } = runnerWith(honest);
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ id: 1, status: "done", backend: "webgl", error: null });
    expect(outcome.cases.map(({ id, values }) => [id, values])).toEqual([
      ["a", [1, 2]],
      ["b", [1, 2]],
    ]);
    expect(frames[0]?.closed).toBe(true);
    await vi.runAllTimersAsync();
    expect(live()).toBe(1);
  });

  it("has its follow-up run in the same worker, after an outcome that does not wait for it", async () => {
    const runs: FakeFrame[] = [];
    const { runner, frames } = runnerWith(
      running((frame) => {
        runs.push(frame);
        if (runs.length === 1) answerAll(frame);
      }),
    );
    const { outcome, followUp } = await runner.runFollowed(request, request);
    expect(outcome.status).toBe("done");
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toEqual([frames[0], frames[0]]);
    expect(frames[0]?.closed).toBe(false);
    if (runs[1]) answerAll(runs[1]);
    expect((await followUp)?.cases).toHaveLength(2);
    expect(frames[0]?.closed).toBe(true);
  });

  it("has no follow-up where it raised", async () => {
    const { runner, live } = runnerWith(
      running((frame) => frame.say({ kind: "end", status: "error", error: null, calls: [] })),
    );
    const { outcome, followUp } = await runner.runFollowed(request, request);
    expect(outcome.status).toBe("error");
    expect(await followUp).toBeNull();
    await vi.runAllTimersAsync();
    expect(live()).toBe(1);
  });

  it("keeps its outcome where the follow-up hangs, and the next run waits for that to be stopped", async () => {
    let runs = 0;
    const { runner } = runnerWith(
      running((frame) => {
        runs += 1;
        if (runs !== 2) answerAll(frame);
      }),
    );
    const stop = new AbortController();
    const { outcome, followUp } = await runner.runFollowed(request, request, {
      signal: stop.signal,
    });
    expect(outcome.status).toBe("done");
    const next = runner.run(request);
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(2);
    stop.abort(REPLACED);
    expect(await followUp).toBeNull();
    expect((await next).status).toBe("done");
  });

  it("asked for before the runtime is ready waits and starts by itself", async () => {
    let boot: () => void = () => {};
    const { runner, board } = runnerWith((message, frame) => {
      if (message.kind === "second") boot = () => frame.say(ready);
      else honest(message, frame);
    });
    runner.prepare("typescript");
    const running = runner.run(request);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(board.status.kind).toBe("loading");
    boot();
    // Boot time is outside the deadline.
    expect((await running).status).toBe("done");
  });

  it("asked for before the second script has come waits for it, however long that takes", async () => {
    let come: (script: string) => void = () => {};
    const second = new Promise<string>((resolve) => (come = resolve));
    const { runner, board, frames } = runnerWith(honest, {
      workerScripts: async () => ({ first: "first", second }),
    });
    const running = runner.run(request);
    await vi.advanceTimersByTimeAsync(LIMITS.bootMs + 1_000);
    expect(board.status.kind).toBe("loading");
    expect(frames[0]?.sent.map(({ kind }) => kind)).toEqual(["spawn", "boot"]);
    come("second");
    expect((await running).status).toBe("done");
    expect(frames[0]?.sent.map(({ kind }) => kind)).toEqual(["spawn", "boot", "second", "run"]);
    expect(frames).toHaveLength(1);
  });

  it("ends with the name of a second script that did not come, and the next one asks again", async () => {
    const scripts = [Promise.reject(new Error("no second.js")), Promise.resolve("second")];
    scripts[0]?.catch(() => {});
    const { runner } = runnerWith(honest, {
      workerScripts: async () => ({
        first: "first",
        second: scripts.shift() ?? new Promise(() => {}),
      }),
    });
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ status: "unavailable" });
    expect(outcome.error?.message).toContain("no second.js");
    expect((await runner.run(request)).status).toBe("done");
  });

  it("waits for those asked for before, is told how many they are, and its clock then starts", async () => {
    const started: FakeFrame[] = [];
    const { runner, live } = runnerWith(running((frame) => started.push(frame)));
    const seen: Record<string, RunPhase[]> = { first: [], second: [], third: [] };
    const [first, second, third] = Object.values(seen).map((phases) =>
      runner.run(request, { onPhase: (phase) => phases.push(phase) }),
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(started).toHaveLength(1);
    expect(seen.second).toEqual([{ kind: "waiting", ahead: 1 }]);
    expect(seen.third).toEqual([{ kind: "waiting", ahead: 2 }]);
    if (started[0]) answerAll(started[0]);
    expect((await first)?.status).toBe("done");
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.third?.at(-1)).toEqual({ kind: "waiting", ahead: 1 });
    expect(seen.second?.slice(1)).toEqual([
      { kind: "starting" },
      { kind: "running", since: expect.any(Number), limitMs: LIMITS.deadlineMs },
    ]);
    const [, ran] = started;
    if (ran) answerAll(ran);
    expect((await second)?.status).toBe("done");
    await vi.advanceTimersByTimeAsync(10);
    if (started[2]) answerAll(started[2]);
    expect((await third)?.status).toBe("done");
    await vi.advanceTimersByTimeAsync(10);
    expect(live()).toBe(1);
  });

  it("that is stopped while it waits leaves the others as they are", async () => {
    const started: FakeFrame[] = [];
    const { runner } = runnerWith(running((frame) => started.push(frame)));
    const stop = new AbortController();
    const phases: RunPhase[] = [];
    const first = runner.run(request);
    const second = runner.run(request, { signal: stop.signal });
    const third = runner.run(request, { onPhase: (phase) => phases.push(phase) });
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect(await second).toMatchObject({ status: "cancelled", error: { type: "Cancelled" } });
    expect(phases.at(-1)).toEqual({ kind: "waiting", ahead: 1 });
    if (started[0]) answerAll(started[0]);
    expect((await first).status).toBe("done");
    await vi.advanceTimersByTimeAsync(10);
    expect(started).toHaveLength(2);
    if (started[1]) answerAll(started[1]);
    expect((await third).status).toBe("done");
  });

  it("lets a language load that a waiting run will need", async () => {
    const { runner, frames } = runnerWith(running(() => {}));
    void runner.run(request);
    await vi.advanceTimersByTimeAsync(10);
    const before = frames.length;
    void runner.run({ ...request, language: "python" });
    await vi.advanceTimersByTimeAsync(10);
    expect(runner.status("python").kind).not.toBe("idle");
    expect(frames.length).toBeGreaterThan(before);
  });

  it("that is replaced ends its worker, and what that one says later is dropped", async () => {
    const started: FakeFrame[] = [];
    const { runner } = runnerWith(running((frame) => started.push(frame)));
    const stop = new AbortController();
    const first = runner.run(request, { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(10);
    stop.abort(REPLACED);
    const second = runner.run(request);
    await vi.advanceTimersByTimeAsync(10);
    expect(started).toHaveLength(2);
    expect(started[0]?.closed).toBe(true);
    started[1]?.say(answer(0, [7]));
    started[0]?.say(answer(1, [9]));
    started[1]?.say(answer(1, [8]));
    started[1]?.say({ kind: "end", status: "done", error: null, calls: [] });
    expect((await first).error?.message).toContain("newer run");
    expect((await second).cases.map(({ values }) => values)).toEqual([[7], [8]]);
  });

  it("is stopped by its signal", async () => {
    const stop = new AbortController();
    const { runner, frames } = runnerWith(running(() => {}));
    const outcome = runner.run(request, { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect(await outcome).toMatchObject({ status: "cancelled", error: { type: "Cancelled" } });
    expect(frames[0]?.closed).toBe(true);
    const already = await runner.run(request, { signal: stop.signal });
    expect(already.status).toBe("cancelled");
  });
});

describe("the deadline", () => {
  it.each([
    ["busy", { kind: "frame-alive" }, "timeout", "still busy"],
    ["awaiting", { kind: "pong" }, "timeout", "an await never finished (case 2)"],
    ["gone", { kind: "gone" }, "died", "ended the runtime"],
    ["without a frame", null, "died", "stopped answering"],
  ] as const)("of a worker that is %s", async (_, reply, status, text) => {
    const { runner } = runnerWith((message, frame) => {
      if (message.kind === "ping") {
        if (reply !== null) frame.say(reply);
      } else if (message.kind === "run") {
        frame.say(answer(0));
        frame.say({ kind: "console", lines: [{ level: "log", text: "step 7" }], omitted: 0 });
      } else honest(message, frame);
    });
    const running = runner.run(request, { deadlineMs: 2_000 });
    await vi.advanceTimersByTimeAsync(1_990);
    await vi.advanceTimersByTimeAsync(1_000);
    const outcome = await running;
    expect(outcome.status).toBe(status);
    expect(outcome.error?.message).toContain(text);
    if (status === "timeout") expect(outcome.error?.message).toContain("printed: step 7");
    expect(outcome.cases).toHaveLength(1);
  });

  it("lets nothing count that comes after it", async () => {
    const { runner, frames } = runnerWith(running(() => {}));
    const running_ = runner.run(request, { deadlineMs: 1_000 });
    await vi.advanceTimersByTimeAsync(1_010);
    frames[0]?.say({ kind: "frame-alive" });
    frames[0]?.say(answer(0));
    frames[0]?.say(answer(1));
    frames[0]?.say({ kind: "end", status: "done", error: null, calls: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await running_).toMatchObject({ status: "timeout", cases: [] });
  });

  it.each([
    [1, 10_000],
    [18, 15_000],
    [36, 30_000],
    [400, 30_000],
  ])("of a machine that calibrates in %i ms is %i ms", async (calibrationMs, limitMs) => {
    const { runner } = runnerWith((message, frame) => {
      if (message.kind === "boot")
        frame.say({ kind: "ready", precision: "float32", calibrationMs });
      else if (message.kind === "ping") frame.say({ kind: "frame-alive" });
    });
    let ended = false;
    const phases: RunPhase[] = [];
    void runner.run(request, { onPhase: (phase) => phases.push(phase) }).then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(limitMs - 500);
    expect(phases.at(-1)).toMatchObject({ kind: "running", limitMs });
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(ended).toBe(true);
  });
});

describe("what the frame says is checked", () => {
  it.each<[string, (frame: FakeFrame) => void]>([
    ["a case out of order", (frame) => frame.say(answer(1))],
    ["a case twice", (frame) => [frame.say(answer(0)), frame.say(answer(0))]],
    ["a case that was not asked for", (frame) => frame.say(answer(2))],
    [
      "a buffer that does not fit its shape",
      (frame) =>
        frame.say({
          kind: "case",
          index: 0,
          shape: [3],
          values: new ArrayBuffer(8),
          problem: null,
          error: null,
        }),
    ],
    [
      "done with cases missing",
      (frame) => frame.say({ kind: "end", status: "done", error: null, calls: [] }),
    ],
    ["no message of the protocol", (frame) => frame.say(null)],
    ["a violation seen by the airlock", (frame) => frame.say({ kind: "violation" })],
  ])("%s ends the run as an error", async (_, act) => {
    const { runner } = runnerWith(running(act));
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ status: "error", error: { type: "BadMessage" } });
  });

  it.each([
    [{ kind: "flood" }, "too-large"],
    [{ kind: "end", status: "too-large", error: null, calls: [] }, "too-large"],
    [{ kind: "gone" }, "died"],
    [{ kind: "ended" }, "died"],
  ] as const)("%j ends as %s", async (message, status) => {
    const { runner } = runnerWith(running((frame) => frame.say(message)));
    expect((await runner.run(request)).status).toBe(status);
  });
});
