import type { GradeRequest } from "../../protocol/run";
import type { FromFrame, ToFrame } from "../../protocol/wire";
import type { AssetStore } from "../asset-store";
import { BackendPlan } from "../backend-plan";
import type { FrameLink } from "../connect-frame";
import { createRunnerFrom } from "../runner-core";
import { StatusBoard } from "../status-board";
import { FAKE_ASSETS } from "./fake-assets";

/** A frame whose worker boots by itself and then does what the test's `onRun` says. */
export class FakeFrame implements FrameLink {
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

export type Behaviour = (message: ToFrame, frame: FakeFrame) => void;

export const request: GradeRequest = {
  kind: "grade",
  language: "typescript",
  source: "code",
  entry: "f",
  cases: [
    { id: "a", inputs: [{ name: "x", shape: [2], data: [0.5, 0.25] }] },
    { id: "b", inputs: [{ name: "x", shape: null, data: [3] }] },
  ],
};

export const ready: FromFrame = { kind: "ready", precision: "float32", calibrationMs: 1 };

export function answer(index: number, values = [1, 2]): FromFrame {
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

export function answerAll(frame: FakeFrame): void {
  frame.say(answer(0));
  frame.say(answer(1));
  frame.say({ kind: "end", status: "done", error: null, calls: [] });
}

/** Boots every backend, which is ready with the second script, and answers both cases. */
export const honest: Behaviour = (message, frame) => {
  if (message.kind === "second") frame.say(ready);
  if (message.kind === "ping") frame.say({ kind: "frame-alive" });
  if (message.kind === "run") answerAll(frame);
};

/** As `honest`, but runs do what `onRun` says. */
export function running(onRun: (frame: FakeFrame) => void): Behaviour {
  return (message, frame) => {
    if (message.kind === "run") onRun(frame);
    else honest(message, frame);
  };
}

/** A runner whose frames behave so, with every frame that it opened. */
export function runnerWith(behaviour: Behaviour, assets: Partial<AssetStore> = {}) {
  const frames: FakeFrame[] = [];
  const board = new StatusBoard();
  const runner = createRunnerFrom({
    assets: { ...FAKE_ASSETS, ...assets },
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
