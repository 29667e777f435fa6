import type { BackendPlan } from "./backend-plan";
import type { SandboxWish } from "./boot-sandbox";
import type { Sandbox } from "./open-sandbox";
import type { StatusBoard } from "./status-board";
import { unlessAborted } from "./unless-aborted";

type Boot = (wish: SandboxWish, signal: AbortSignal) => Promise<Sandbox>;

type Spare = { wish: SandboxWish; opening: Promise<Sandbox>; stop: AbortController };

/** Keeps one booted sandbox waiting, and hands it out once: a sandbox serves one run of learner's code. */
export class SparePool {
  readonly #boot: Boot;
  readonly #plan: BackendPlan;
  readonly #board: StatusBoard;
  readonly #isAlive: (sandbox: Sandbox) => Promise<boolean>;
  #spare: Spare | null = null;

  /** `isAlive` is asked of a spare before it is handed out; where spares share a frame, it may be gone. */
  constructor(
    boot: Boot,
    plan: BackendPlan,
    board: StatusBoard,
    isAlive: (sandbox: Sandbox) => Promise<boolean>,
  ) {
    this.#isAlive = isAlive;
    this.#boot = boot;
    this.#plan = plan;
    this.#board = board;
  }

  /** Starts a spare unless one that fits is there or on its way. */
  fill(wish: SandboxWish): void {
    if (this.#spare !== null) {
      if (fits(this.#spare.wish, wish)) return;
      this.#drop(this.#spare);
    }
    this.#start(wish);
  }

  /**
   * The spare, or a new sandbox; waits until it is ready. An abort leaves a spare that is still booting to
   * the next run.
   */
  async take(wish: SandboxWish, signal: AbortSignal): Promise<Sandbox> {
    for (;;) {
      if (this.#spare !== null && !serves(this.#spare.wish, wish)) this.#drop(this.#spare);
      const spare = this.#spare ?? this.#start(wish);
      const sandbox = await unlessAborted(spare.opening, signal);
      signal.throwIfAborted();
      const alive = await this.#isAlive(sandbox);
      signal.throwIfAborted();
      // It may have been replaced in the moment between its word and this line.
      if (this.#spare !== spare) continue;
      if (!alive) {
        this.#drop(spare);
        continue;
      }
      this.#spare = null;
      return sandbox;
    }
  }

  dispose(): void {
    if (this.#spare !== null) this.#drop(this.#spare);
  }

  #start(wish: SandboxWish): Spare {
    const stop = new AbortController();
    const spare: Spare = { wish, opening: this.#boot(wish, stop.signal), stop };
    this.#spare = spare;
    this.#board.loading();
    spare.opening.then(
      (sandbox) => this.#ready(spare, sandbox),
      (error: unknown) => this.#failed(spare, error),
    );
    return spare;
  }

  #ready(spare: Spare, sandbox: Sandbox): void {
    if (this.#spare !== spare) return;
    const { backend, precision } = sandbox.runtime;
    this.#board.set({ kind: "ready", backend, precision, note: this.#plan.note(backend) });
    // A spare may lose its context, or end, while it waits.
    sandbox.link.listen((message) => {
      if (this.#spare !== spare) return;
      if (message?.kind === "context-lost") this.#plan.lost();
      else if (message?.kind !== "gone" && message?.kind !== "flood") return;
      this.#drop(spare);
      this.#start(spare.wish);
    });
  }

  #failed(spare: Spare, error: unknown): void {
    if (this.#spare !== spare) return;
    this.#spare = null;
    const reason = error instanceof Error ? error.message : String(error);
    this.#board.set({ kind: "unavailable", reason });
  }

  #drop(spare: Spare): void {
    if (this.#spare === spare) this.#spare = null;
    spare.stop.abort();
    spare.opening.then((sandbox) => sandbox.link.close()).catch(() => {});
  }
}

/** Whether a run can use the spare: its backend is the one asked for, or was the plan's own choice. */
function serves(spare: SandboxWish, wish: SandboxWish): boolean {
  return spare.language === wish.language && spare.backend === wish.backend;
}

/** What a warm-up compiles: its program and the shapes of its inputs, whatever their values. */
function signature(warmUp: SandboxWish["warmUp"]): string {
  const shapes = warmUp?.cases.map(({ inputs }) => inputs.map(({ shape }) => shape));
  return JSON.stringify([warmUp?.source, warmUp?.entry, shapes]);
}

/** Whether the spare need not be replaced: it also knows the coming shapes. */
function fits(spare: SandboxWish, wish: SandboxWish): boolean {
  return serves(spare, wish) && signature(spare.warmUp) === signature(wish.warmUp);
}
