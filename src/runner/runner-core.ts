import { LANGUAGES, type Backend, type Language } from "../protocol/backend";
import type { GradeRequest, RunOutcome, RunRequest } from "../protocol/run";
import type { RunError } from "../protocol/verdict";
import { failureError } from "../protocol/failures";
import { LIMITS } from "../protocol/limits";
import type { AssetStore } from "./asset-store";
import type { BackendPlan } from "./backend-plan";
import { bootSandbox, type OpenSandbox, type SandboxWish } from "./boot-sandbox";
import type { ConnectFrame } from "./connect-frame";
import { isAlive } from "./is-alive";
import { deadlineFor } from "./deadline-for";
import { openPython } from "./open-python";
import { openSandbox, type Sandbox } from "./open-sandbox";
import { PythonHome } from "./python-home";
import { REPLACED, runInSandbox, type RunResult } from "./run-in-sandbox";
import { RunQueue } from "./run-queue";
import type { FollowedRun, RunOptions, Runner } from "./runner";
import { SparePool } from "./spare-pool";
import type { StatusBoard } from "./status-board";

export type RunnerParts = {
  assets: AssetStore;
  connect: ConnectFrame;
  plan: BackendPlan;
  boards: Record<Language, StatusBoard>;
};

/**
 * How long a Python run goes on before the next spare is started beside it: Stop then finds one ready, and a
 * short run has the machine to itself. A TypeScript worker is there at once anyway.
 */
const SPARE_AFTER_MS = 1_500;

const NOTHING = Promise.resolve(null);

function earlyOutcome(
  id: number,
  status: "cancelled" | "unavailable" | "too-large",
  error: RunError,
  bootMs: number,
): RunOutcome {
  return {
    id,
    status,
    backend: "cpu",
    precision: "float32",
    cases: [],
    calls: [],
    seen: [],
    plots: [],
    console: [],
    error,
    ms: { boot: bootMs, run: 0 },
    notes: [],
  };
}

function toOutcome(
  id: number,
  { runtime }: Sandbox,
  { status, error, record, calls, ms }: RunResult,
  bootMs: number,
  notes: readonly string[],
): RunOutcome {
  return {
    id,
    status,
    backend: runtime.backend,
    precision: runtime.precision,
    cases: record.cases,
    calls,
    seen: record.seen,
    plots: record.plots,
    console: record.console.lines,
    error,
    ms: { boot: bootMs, run: ms },
    notes,
  };
}

/** The page's end of the sandbox, from its parts; `createRunner` gives it the real ones. */
export function createRunnerFrom({ assets, connect, plan, boards }: RunnerParts): Runner {
  const warmUps = new Map<Language, GradeRequest>();
  const home = new PythonHome(assets, connect);
  const open: OpenSandbox = (language, backend, signal) =>
    language === "python"
      ? openPython(assets, home, backend, signal)
      : openSandbox({ assets, connect }, language, backend, signal);
  const boot = (wish: SandboxWish, signal: AbortSignal) => bootSandbox(open, wish, plan, signal);
  const pools: Record<Language, SparePool> = {
    typescript: new SparePool(boot, plan, boards.typescript, () => Promise.resolve(true)),
    python: new SparePool(boot, plan, boards.python, ({ link }) => isAlive(link)),
  };
  const queue = new RunQueue();
  /** One for each run that waits or goes on, its follow-up included. */
  const stoppers = new Set<AbortController>();
  let lastId = 0;
  let disposed = false;

  const wishFor = (language: Language, backend: Backend | null): SandboxWish => ({
    language,
    backend,
    warmUp: warmUps.get(language) ?? null,
  });

  const isIdle = () => queue.isIdle && !disposed;

  /** Later, so that a caller who gets the outcome can say first what the next run will look like. */
  function fillSoon(language: Language, backend: Backend | null): void {
    setTimeout(() => {
      if (isIdle()) pools[language].fill(wishFor(language, backend));
    }, 0);
  }

  async function attempt(
    id: number,
    request: RunRequest,
    options: RunOptions,
    signal: AbortSignal,
    followUp: GradeRequest | null,
  ): Promise<FollowedRun> {
    const notes: string[] = [];
    const fixed = options.backend ?? null;
    const { language } = request;
    const board = boards[language];
    let bootMs = 0;
    for (let losses = 0; ;) {
      const asked = performance.now();
      const sandbox = await pools[language].take(wishFor(language, fixed), signal);
      bootMs += performance.now() - asked;
      const { backend, calibrationMs } = sandbox.runtime;
      const deadlineMs = deadlineFor(options.deadlineMs, calibrationMs);
      board.beginRun({ kind: "running", runId: id, backend });
      options.onPhase?.({ kind: "running", since: performance.now(), limitMs: deadlineMs });
      const spareTimer =
        language === "python" &&
        setTimeout(() => pools.python.fill(wishFor(language, fixed)), SPARE_AFTER_MS);
      const result = await runInSandbox(sandbox, request, {
        runId: id,
        deadlineMs,
        signal,
        onConsole: options.onConsole ?? (() => {}),
      });
      if (spareTimer !== false) clearTimeout(spareTimer);
      board.endRun();
      const follows = followUp !== null && result.status === "done";
      if (!follows) sandbox.link.close();
      if (result.status === "gpu-lost") {
        plan.lost();
        losses += 1;
        // Once more on a new worker; after that only another backend helps.
        if (losses <= (fixed === null ? 2 : 1)) {
          options.onPhase?.({ kind: "starting" });
          notes.push("The GPU context was lost, so the program was run again from its start.");
          continue;
        }
      }
      const planNote = plan.note(backend);
      if (fixed === null && planNote !== null) notes.push(planNote);
      return {
        outcome: toOutcome(id, sandbox, result, bootMs, notes),
        followUp: follows ? follow(id, sandbox, followUp, options, signal) : NOTHING,
      };
    }
  }

  /** The second request of a run, in the worker of the first. */
  async function follow(
    id: number,
    sandbox: Sandbox,
    request: GradeRequest,
    options: RunOptions,
    signal: AbortSignal,
  ): Promise<RunOutcome | null> {
    const result = await runInSandbox(sandbox, request, {
      runId: id,
      deadlineMs: deadlineFor(options.deadlineMs, sandbox.runtime.calibrationMs),
      signal,
      onConsole: () => {},
    });
    sandbox.link.close();
    const ended = result.status === "done" || result.status === "error";
    return ended ? toOutcome(id, sandbox, result, 0, []) : null;
  }

  /** Waits for the turn; a runtime that nothing else asks for loads meanwhile. */
  function turnFor({ language }: RunRequest, options: RunOptions, signal: AbortSignal) {
    if (!queue.isIdle && boards[language].status.kind === "idle")
      pools[language].fill(wishFor(language, options.backend ?? null));
    return queue.turn(signal, (ahead) => options.onPhase?.({ kind: "waiting", ahead }));
  }

  async function run(
    request: RunRequest,
    followUp: GradeRequest | null,
    options: RunOptions = {},
  ): Promise<FollowedRun> {
    const id = ++lastId;
    const own = new AbortController();
    const { signal } = own;
    stoppers.add(own);
    const forward = () => own.abort(options.signal?.reason);
    if (options.signal?.aborted) forward();
    options.signal?.addEventListener("abort", forward);
    const start = performance.now();
    let endTurn = () => {};
    const close = () => {
      options.signal?.removeEventListener("abort", forward);
      stoppers.delete(own);
      endTurn();
      // A runtime that just failed to start is tried again when it is next asked for.
      if (boards[request.language].status.kind !== "unavailable")
        fillSoon(request.language, options.backend ?? null);
    };
    const early = (status: "cancelled" | "unavailable" | "too-large", error: RunError) => {
      close();
      const outcome = earlyOutcome(id, status, error, performance.now() - start);
      return { outcome, followUp: NOTHING };
    };
    try {
      if (request.source.length > LIMITS.sourceCharacters) {
        return early("too-large", failureError("source-too-long"));
      }
      endTurn = await turnFor(request, options, signal);
      signal.throwIfAborted();
      options.onPhase?.({ kind: "starting" });
      const ran = await attempt(id, request, options, signal, followUp);
      void ran.followUp.finally(close);
      return ran;
    } catch (error) {
      if (signal.aborted) {
        return early(
          "cancelled",
          failureError(signal.reason === REPLACED ? "replaced" : "cancelled"),
        );
      }
      const reason = error instanceof Error ? error.message : String(error);
      return early("unavailable", failureError("unavailable", { reason }));
    }
  }

  return {
    prepare(language, warmUp) {
      if (warmUp !== undefined) warmUps.set(language, warmUp);
      if (isIdle()) pools[language].fill(wishFor(language, null));
    },
    backends: plan.usable,
    prefer(backend) {
      plan.prefer(backend);
      for (const language of LANGUAGES) {
        const { kind } = boards[language].status;
        if (kind !== "ready" && kind !== "loading") continue;
        pools[language].dispose();
        fillSoon(language, null);
      }
    },
    run: async (request, options) => (await run(request, null, options)).outcome,
    runFollowed: run,
    status: (language) => boards[language].status,
    subscribe(listener) {
      const stops = LANGUAGES.map((language) => boards[language].subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    dispose() {
      disposed = true;
      for (const stopper of stoppers) stopper.abort(REPLACED);
      for (const language of LANGUAGES) {
        pools[language].dispose();
        boards[language].set({ kind: "idle" });
      }
      home.dispose();
    },
  };
}
