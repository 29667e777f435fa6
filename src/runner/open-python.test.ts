import { describe, expect, it, vi } from "vitest";
import type { GradeRequest, RunRequest } from "../protocol/run";
import type { FromFrame, ToFrame } from "../protocol/wire";
import type { AssetStore } from "./asset-store";
import { BackendPlan } from "./backend-plan";
import type { FrameLink } from "./connect-frame";
import { AssetError } from "./load-asset";
import { createRunnerFrom } from "./runner-core";
import { StatusBoard } from "./status-board";
import { FAKE_ASSETS, pythonDelivery } from "./testing/fake-assets";

type Say = (message: FromFrame) => void;
type OnWorker = (message: ToFrame, say: Say) => void;

const ready: FromFrame = { kind: "ready", precision: "float32", calibrationMs: 1 };
const done: FromFrame = { kind: "end", status: "done", error: null, calls: [] };
const program: RunRequest = { kind: "program", language: "python", source: "print(1)" };

const honest: OnWorker = (message, say) => {
  if (message.kind === "boot") say(ready);
  if (message.kind === "run") say(done);
};

/** A frame that keeps Python's files and serves sessions; `onWorker` is what each session's worker does. */
class FakeHome implements FrameLink {
  readonly sent: ToFrame[] = [];
  readonly boots: ToFrame[] = [];
  sessions = 0;
  ended = 0;
  closed = false;
  alive = true;
  #handler: (message: FromFrame | null) => void = () => {};

  constructor(readonly onWorker: OnWorker) {}

  send(message: ToFrame, transfer: Transferable[] = []): void {
    this.sent.push(message);
    const [port] = transfer;
    if (message.kind === "keep") queueMicrotask(() => this.#handler({ kind: "kept" }));
    if (message.kind === "ping" && this.alive)
      queueMicrotask(() => this.#handler({ kind: "frame-alive" }));
    if (message.kind === "session" && port instanceof MessagePort) this.#serve(port);
  }
  listen(handler: (message: FromFrame | null) => void): void {
    this.#handler = handler;
  }
  close(): void {
    this.closed = true;
  }
  #serve(port: MessagePort): void {
    this.sessions += 1;
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
      if (!this.alive) return;
      if (data.kind === "boot") this.boots.push(data);
      if (data.kind === "ping") port.postMessage({ kind: "frame-alive" });
      if (data.kind === "end-session") {
        this.ended += 1;
        return port.close();
      }
      this.onWorker(data, (message) => port.postMessage(message));
    };
  }
}

function setUp(onWorker: OnWorker, assets: Partial<AssetStore> = {}) {
  const homes: FakeHome[] = [];
  const boards = { typescript: new StatusBoard(), python: new StatusBoard() };
  const runner = createRunnerFrom({
    assets: { ...FAKE_ASSETS, ...assets },
    connect: async () => {
      const home = new FakeHome(onWorker);
      homes.push(home);
      return home;
    },
    plan: new BackendPlan(() => performance.now(), false),
    boards,
  });
  return { runner, homes, boards };
}

describe("Python's runner", () => {
  it("loads its files once, and gives each run a worker of its own in the same frame", async () => {
    const { runner, homes } = setUp(honest);
    expect((await runner.run(program)).status).toBe("done");
    expect((await runner.run(program)).status).toBe("done");
    expect(homes).toHaveLength(1);
    expect(homes[0]?.sent.filter(({ kind }) => kind === "keep")).toHaveLength(1);
    await vi.waitFor(() => expect(homes[0]?.ended).toBe(2));
    expect(homes[0]?.sessions).toBeGreaterThanOrEqual(2);
    runner.dispose();
  });

  it("starts without the snapshot where that fails, then and later", async () => {
    const { runner, homes } = setUp((message, say) => {
      if (message.kind === "boot" && message.python === "snapshot") {
        say({ kind: "boot-failed", part: "language", reason: "null function" });
      } else honest(message, say);
    });
    expect((await runner.run(program)).status).toBe("done");
    expect((await runner.run(program)).status).toBe("done");
    const starts = homes[0]?.boots.map((boot) => boot.kind === "boot" && boot.python);
    expect(starts?.slice(0, 2)).toEqual(["snapshot", "library"]);
    expect(new Set(starts?.slice(1))).toEqual(new Set(["library"]));
    runner.dispose();
  });

  it("does not wait long for a snapshot, and uses it once it is there", async () => {
    let arrive: (snapshot: ArrayBuffer) => void = () => {};
    const snapshot = new Promise<ArrayBuffer>((resolve) => (arrive = resolve));
    const { runner, homes } = setUp(honest, {
      pythonBytes: async () => ({ ...pythonDelivery(), snapshot, snapshotWaitMs: 10 }),
    });
    expect((await runner.run(program)).status).toBe("done");
    // The spare for the next run may have started, too.
    await vi.waitFor(() => expect(homes[0]?.boots.length).toBeGreaterThan(1));
    arrive(new ArrayBuffer(16));
    await vi.waitFor(() => expect(homes[0]?.sent.at(-1)?.kind).toBe("keep-snapshot"));
    await runner.run(program);
    await vi.waitFor(() => expect(homes[0]?.boots).toHaveLength(3));
    const starts = homes[0]?.boots.map((boot) => boot.kind === "boot" && boot.python);
    expect(starts).toEqual(["library", "library", "snapshot"]);
    runner.dispose();
  });

  it("says why Python does not start, and leaves WebGL and TypeScript alone", async () => {
    const { runner, boards } = setUp((message, say) => {
      if (message.kind === "boot") {
        say({ kind: "boot-failed", part: "language", reason: "Python is broken" });
      }
    });
    const outcome = await runner.run(program);
    expect(outcome.status).toBe("unavailable");
    expect(outcome.error?.message).toContain("Python is broken");
    expect(runner.status("python").kind).toBe("unavailable");
    expect(boards.typescript.status.kind).toBe("idle");
    runner.dispose();
  });

  it("names a file of Python's that did not arrive, and tries again with the next run", async () => {
    let missing = true;
    const { runner } = setUp(honest, {
      pythonBytes: async () => {
        if (missing)
          throw new AssetError("The runtime's file assets/library.zip could not be loaded.");
        return pythonDelivery();
      },
    });
    const outcome = await runner.run(program);
    expect(outcome.status).toBe("unavailable");
    expect(outcome.error?.message).toContain("assets/library.zip");
    missing = false;
    expect((await runner.run(program)).status).toBe("done");
    runner.dispose();
  });

  it("opens a new frame where the browser has ended the old one", async () => {
    const { runner, homes } = setUp(honest);
    await runner.run(program);
    await vi.waitFor(() => expect(runner.status("python").kind).toBe("ready"));
    const [first] = homes;
    if (first) first.alive = false;
    expect((await runner.run(program)).status).toBe("done");
    expect(homes).toHaveLength(2);
    runner.dispose();
  }, 20_000);

  it("has a spare ready beside a run that goes on, and shows the run meanwhile", async () => {
    let runs = 0;
    const { runner, homes } = setUp((message, say) => {
      if (message.kind === "boot") say(ready);
      if (message.kind === "run" && ++runs === 2) say(done);
    });
    const stop = new AbortController();
    const endless = runner.run(program, { signal: stop.signal });
    await vi.waitFor(() => expect(homes[0]?.boots).toHaveLength(2), 5_000);
    expect(runner.status("python").kind).toBe("running");
    stop.abort();
    expect((await endless).status).toBe("cancelled");
    await vi.waitFor(() => expect(runner.status("python").kind).toBe("ready"));
    expect((await runner.run(program)).status).toBe("done");
    runner.dispose();
  });

  it("keeps a spare of each language", async () => {
    const { runner } = setUp(honest);
    runner.prepare("python");
    await vi.waitFor(() => expect(runner.status("python").kind).toBe("ready"));
    expect(runner.status("typescript").kind).toBe("idle");
    const request: GradeRequest = {
      kind: "grade",
      language: "python",
      source: "",
      entry: "f",
      cases: [],
    };
    expect((await runner.run(request)).status).toBe("done");
    runner.dispose();
  });
});
