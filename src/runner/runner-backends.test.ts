import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AssetError } from "./load-asset";
import { type Behaviour, honest, request, running, runnerWith } from "./testing/fake-frame";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("backends", () => {
  const losing: Behaviour = running((frame) => {
    const boot = frame.sent.find((message) => message.kind === "boot");
    if (boot?.kind === "boot" && boot.backend === "webgl") frame.say({ kind: "context-lost" });
    else honest({ kind: "run", runId: 1, request }, frame);
  });

  it("a lost context is tried again once on WebGL, then on the CPU, and later runs start there", async () => {
    const { runner, frames } = runnerWith(losing);
    const outcome = await runner.run(request);
    expect(outcome).toMatchObject({ status: "done", backend: "cpu" });
    expect(outcome.notes.join(" ")).toContain("GPU context was lost");
    const backends = frames.flatMap(({ sent }) =>
      sent.flatMap((message) => (message.kind === "boot" ? [message.backend] : [])),
    );
    expect(backends).toEqual(["webgl", "webgl", "cpu"]);
    expect(await runner.run(request)).toMatchObject({ status: "done", backend: "cpu" });
  });

  it("a fixed backend that is lost twice ends as gpu-lost", async () => {
    const { runner } = runnerWith(losing);
    const outcome = await runner.run(request, { backend: "webgl" });
    expect(outcome).toMatchObject({ status: "gpu-lost", backend: "webgl" });
  });

  it("falls back where a backend does not start, and says so", async () => {
    const { runner, board } = runnerWith((message, frame) => {
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
    const { runner, board } = runnerWith((message, frame) => {
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
    const { runner } = runnerWith(honest, {
      workerScripts: async () => {
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
    const { runner, frames } = runnerWith(honest);
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
    const { runner, frames } = runnerWith(honest);
    runner.prepare("typescript", request);
    await vi.advanceTimersByTimeAsync(10);
    runner.prepare("typescript", structuredClone(request));
    await vi.advanceTimersByTimeAsync(10);
    expect(frames).toHaveLength(1);
  });

  it("is replaced when it loses its context while it waits", async () => {
    const { runner, frames, live } = runnerWith(honest);
    runner.prepare("typescript");
    await vi.advanceTimersByTimeAsync(10);
    frames[0]?.say({ kind: "context-lost" });
    await vi.advanceTimersByTimeAsync(10);
    expect([frames.length, live()]).toEqual([2, 1]);
    expect((await runner.run(request)).status).toBe("done");
  });

  it("is gone after dispose", async () => {
    const { runner, live } = runnerWith(honest);
    runner.prepare("typescript");
    await vi.advanceTimersByTimeAsync(10);
    runner.dispose();
    await vi.runAllTimersAsync();
    expect(live()).toBe(0);
  });
});
