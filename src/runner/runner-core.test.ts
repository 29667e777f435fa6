import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { GradeRequest } from "../protocol/run";
import type { FromFrame, ToFrame } from "../protocol/wire";
import type { AssetStore } from "./asset-store";
import { BackendPlan } from "./backend-plan";
import type { FrameLink } from "./connect-frame";
import { createRunnerFrom } from "./runner-core";
import { AssetError } from "./load-asset";
import { StatusBoard } from "./status-board";

/** A frame whose worker boots by itself and then does what the test's `onRun` says. */
class FakeFrame implements FrameLink {
  sent: ToFrame[] = [];
  closed = false;
  #handler: (message: FromFrame | null) => void = () => {};

  constructor(
    readonly behaviour: Behaviour,
    readonly index: number,
  ) {}

  send(message: ToFrame): void {
    this.sent.push(message);
    queueMicrotask(() => this.behaviour(message, this));
  }
  listen(handler: (message: FromFrame | null) => void): void {
    this.#handler = handler;
  }
  say(message: FromFrame | null): void {
    if (!this.closed) this.#handler(message);
  }
  close(): void {
    this.closed = true;
  }
}

type Behaviour = (message: ToFrame, frame: FakeFrame) => void;

const request: GradeRequest = {
  kind: "grade",
  language: "typescript",
  source: "code",
  entry: "f",
  cases: [
    { id: "a", inputs: [{ name: "x", shape: [2], data: [0.5, 0.25] }] },
    { id: "b", inputs: [{ name: "x", shape: null, data: [3] }] },
  ],
};

const ready: FromFrame = { kind: "ready", precision: "float32", calibrationMs: 1 };

function answer(index: number, values = [1, 2]): FromFrame {
  const buffer = new Float32Array(values).buffer;
  return {
    kind: "case",
    index,
    shape: [values.length],
    values: buffer,
    problem: null,
    error: null,
  };
}

function answerAll(frame: FakeFrame): void {
  frame.say(answer(0));
  frame.say(answer(1));
  frame.say({ kind: "end", status: "done", error: null, calls: [] });
}

/** Boots every backend, answers both cases. */
const honest: Behaviour = (message, frame) => {
  if (message.kind === "boot") frame.say(ready);
  if (message.kind === "ping") frame.say({ kind: "frame-alive" });
  if (message.kind === "run") answerAll(frame);
};

/** As `honest`, but runs do what `onRun` says. */
function running(onRun: (frame: FakeFrame) => void): Behaviour {
  return (message, frame) => {
    if (message.kind === "run") onRun(frame);
    else honest(message, frame);
  };
}

function setUp(behaviour: Behaviour, assets: Partial<AssetStore> = {}) {
  const frames: FakeFrame[] = [];
  const board = new StatusBoard();
  const runner = createRunnerFrom({
    assets: {
      sandboxUrl: "http://site/sandbox.html",
      workerScript: async () => "script",
      wasmParts: async () => ({ script: "wasm", binary: new ArrayBuffer(8) }),
      partsFor: async () => [],
      pythonBytes: async () => ({
        script: "pyodide",
        wasm: new ArrayBuffer(8),
        library: new ArrayBuffer(8),
        packages: new ArrayBuffer(8),
        snapshot: new ArrayBuffer(8),
      }),
      ...assets,
    },
    connect: async () => {
      const frame = new FakeFrame(behaviour, frames.length);
      frames.push(frame);
      return frame;
    },
    plan: new BackendPlan(() => performance.now(), false),
    boards: { typescript: board, python: new StatusBoard() },
  });
  const live = () => frames.filter(({ closed }) => !closed).length;
  return { runner, frames, board, live };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a run", () => {
  it("ends as done with the bytes of every case", async () => {
    const { runner, frames, live } = setUp(honest);
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
    const { runner, frames } = setUp(
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
    const { runner, live } = setUp(
      running((frame) => frame.say({ kind: "end", status: "error", error: null, calls: [] })),
    );
    const { outcome, followUp } = await runner.runFollowed(request, request);
    expect(outcome.status).toBe("error");
    expect(await followUp).toBeNull();
    await vi.runAllTimersAsync();
    expect(live()).toBe(1);
  });

  it("keeps its outcome where the follow-up hangs, and a newer run ends that", async () => {
    let runs = 0;
    const { runner } = setUp(
      running((frame) => {
        runs += 1;
        if (runs !== 2) answerAll(frame);
      }),
    );
    const { outcome, followUp } = await runner.runFollowed(request, request);
    expect(outcome.status).toBe("done");
    expect((await runner.run(request)).status).toBe("done");
    expect(await followUp).toBeNull();
  });

  it("asked for before the runtime is ready waits and starts by itself", async () => {
    let boot: () => void = () => {};
    const { runner, board } = setUp((message, frame) => {
      if (message.kind === "boot") boot = () => frame.say(ready);
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

  it("is replaced by a newer one, whose outcome alone counts", async () => {
    let runs = 0;
    const { runner, live } = setUp(
      running((frame) => {
        runs += 1;
        if (frame.sent.some((m) => m.kind === "run" && m.runId < 20)) return;
        frame.say(answer(0));
        frame.say(answer(1));
        frame.say({ kind: "end", status: "done", error: null, calls: [] });
      }),
    );
    const all = Array.from({ length: 20 }, () => runner.run(request));
    await vi.advanceTimersByTimeAsync(100);
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => "cancelled"), "done"]);
    expect(runs).toBe(1);
    expect(live()).toBe(1);
  });

  it("replaces one that is already running, and drops what that one says later", async () => {
    const started: FakeFrame[] = [];
    const { runner } = setUp(running((frame) => started.push(frame)));
    const first = runner.run(request);
    await vi.advanceTimersByTimeAsync(10);
    const second = runner.run(request);
    await vi.advanceTimersByTimeAsync(10);
    expect(started).toHaveLength(2);
    expect(started[0]?.closed).toBe(true);
    started[1]?.say(answer(0, [7]));
    started[0]?.say(answer(1, [9]));
    started[1]?.say(answer(1, [8]));
    started[1]?.say({ kind: "end", status: "done", error: null, calls: [] });
    expect((await first).status).toBe("cancelled");
    expect((await second).cases.map(({ values }) => values)).toEqual([[7], [8]]);
  });

  it("is stopped by its signal", async () => {
    const stop = new AbortController();
    const { runner, frames } = setUp(running(() => {}));
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
    const { runner } = setUp((message, frame) => {
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
    const { runner, frames } = setUp(running(() => {}));
    const running_ = runner.run(request, { deadlineMs: 1_000 });
    await vi.advanceTimersByTimeAsync(1_010);
    frames[0]?.say({ kind: "frame-alive" });
    frames[0]?.say(answer(0));
    frames[0]?.say(answer(1));
    frames[0]?.say({ kind: "end", status: "done", error: null, calls: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await running_).toMatchObject({ status: "timeout", cases: [] });
  });

  it("is longer on a slower machine, within bounds", async () => {
    const slow: FromFrame = { kind: "ready", precision: "float32", calibrationMs: 36 };
    const { runner } = setUp((message, frame) => {
      if (message.kind === "boot") frame.say(slow);
      else if (message.kind === "ping") frame.say({ kind: "frame-alive" });
    });
    let ended = false;
    void runner.run(request).then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
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
    const { runner } = setUp(running(act));
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ status: "error", error: { type: "BadMessage" } });
  });

  it.each([
    [{ kind: "flood" }, "too-large"],
    [{ kind: "end", status: "too-large", error: null, calls: [] }, "too-large"],
    [{ kind: "gone" }, "died"],
    [{ kind: "ended" }, "died"],
  ] as const)("%j ends as %s", async (message, status) => {
    const { runner } = setUp(running((frame) => frame.say(message)));
    expect((await runner.run(request)).status).toBe(status);
  });
});

describe("backends", () => {
  const losing: Behaviour = running((frame) => {
    const boot = frame.sent.find((message) => message.kind === "boot");
    if (boot?.kind === "boot" && boot.backend === "webgl") frame.say({ kind: "context-lost" });
    else honest({ kind: "run", runId: 1, parts: [], request }, frame);
  });

  it("a lost context is tried again once on WebGL, then on wasm, and later runs start there", async () => {
    const { runner, frames } = setUp(losing);
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ status: "done", backend: "wasm" });
    expect(outcome.notes.join(" ")).toContain("GPU context was lost");
    const backends = frames.flatMap(({ sent }) =>
      sent.flatMap((message) => (message.kind === "boot" ? [message.backend] : [])),
    );
    expect(backends).toEqual(["webgl", "webgl", "wasm"]);
    expect(await runner.run(request)).toMatchObject({ status: "done", backend: "wasm" });
  });

  it("a fixed backend that is lost twice ends as gpu-lost", async () => {
    const { runner } = setUp(losing);
    const outcome = await runner.run(request, { backend: "webgl" });
    expect(outcome).toMatchObject({ status: "gpu-lost", backend: "webgl" });
  });

  it("falls back where a backend does not start, and says so", async () => {
    const { runner, board } = setUp((message, frame) => {
      if (message.kind === "boot" && message.backend !== "cpu") {
        frame.say({ kind: "boot-failed", part: "backend", reason: "not here" });
      } else honest(message, frame);
    });
    expect(await runner.run(request)).toMatchObject({ status: "done", backend: "cpu" });
    await vi.runAllTimersAsync();
    expect(board.status).toMatchObject({ kind: "ready", backend: "cpu" });
    expect(board.status.kind === "ready" && board.status.note).toContain("not here");
  });

  it("is unavailable where none starts, and tries again with the next run", async () => {
    let works = false;
    const { runner, board } = setUp((message, frame) => {
      if (message.kind === "boot" && !works)
        frame.say({ kind: "boot-failed", part: "backend", reason: "no" });
      else honest(message, frame);
    });
    expect((await runner.run(request)).status).toBe("unavailable");
    expect(board.status.kind).toBe("unavailable");
    works = true;
    expect((await runner.run(request)).status).toBe("done");
  });

  it("names a file that did not arrive", async () => {
    const { runner } = setUp(honest, {
      workerScript: async () => {
        throw new AssetError("The runtime's file assets/x.js could not be loaded: status 404.");
      },
    });
    const outcome = await runner.run(request);
    expect(outcome.status).toBe("unavailable");
    expect(outcome.error?.message).toContain("assets/x.js");
  });
});

describe("the spare", () => {
  it("is warmed up with the coming shapes but never with the coming values", async () => {
    const { runner, frames } = setUp(honest);
    runner.prepare("typescript", request);
    await vi.advanceTimersByTimeAsync(10);
    const warmUp = frames[0]?.sent.find((message) => message.kind === "run");
    if (warmUp?.kind !== "run" || warmUp.request.kind !== "grade") throw new Error("no warm-up");
    // Several rounds of the same calls.
    const shapes = warmUp.request.cases.map(({ inputs }) => inputs[0]?.shape);
    expect(shapes.slice(0, 4)).toEqual([[2], null, [2], null]);
    expect(warmUp.request.cases[0]?.inputs[0]?.data).not.toEqual([0.5, 0.25]);
    const outcome = await runner.run(request);
    expect(outcome.ms.boot).toBeLessThan(5);
    expect(frames).toHaveLength(1);
  });

  it("is kept when prepare is called again with other values of the same shapes", async () => {
    const { runner, frames } = setUp(honest);
    runner.prepare("typescript", request);
    await vi.advanceTimersByTimeAsync(10);
    runner.prepare("typescript", structuredClone(request));
    await vi.advanceTimersByTimeAsync(10);
    expect(frames).toHaveLength(1);
  });

  it("is replaced when it loses its context while it waits", async () => {
    const { runner, frames, live } = setUp(honest);
    runner.prepare("typescript");
    await vi.advanceTimersByTimeAsync(10);
    frames[0]?.say({ kind: "context-lost" });
    await vi.advanceTimersByTimeAsync(10);
    expect([frames.length, live()]).toEqual([2, 1]);
    expect((await runner.run(request)).status).toBe("done");
  });

  it("is gone after dispose", async () => {
    const { runner, live } = setUp(honest);
    runner.prepare("typescript");
    await vi.advanceTimersByTimeAsync(10);
    runner.dispose();
    await vi.runAllTimersAsync();
    expect(live()).toBe(0);
  });
});
