import type { GradeRequest, RunOutcome, RunRequest } from "../../protocol/run";
import type { RunOptions, Runner, RuntimeStatus } from "../../runner/runner";

type Call = {
  request: RunRequest;
  options: RunOptions;
  end: (outcome: Partial<RunOutcome>) => void;
};

export type FakeRunner = Runner & {
  calls: Call[];
  prepared: (GradeRequest | undefined)[];
  setStatus: (status: RuntimeStatus) => void;
};

/** A runner whose runs end when the test says so. */
export function fakeRunner(): FakeRunner {
  let status: RuntimeStatus = { kind: "idle" };
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  const prepared: (GradeRequest | undefined)[] = [];
  return {
    calls,
    prepared,
    setStatus(next) {
      status = next;
      listeners.forEach((listener) => listener());
    },
    prepare: (_language, warmUp) => void prepared.push(warmUp),
    run: (request, options = {}) =>
      new Promise((resolve) => {
        const end = (outcome: Partial<RunOutcome>) => resolve({ ...emptyOutcome(), ...outcome });
        calls.push({ request, options, end });
        options.signal?.addEventListener("abort", () => end({ status: "cancelled" }));
      }),
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => undefined,
  };
}

function emptyOutcome(): RunOutcome {
  return {
    id: 1,
    status: "done",
    backend: "webgl",
    precision: "float32",
    cases: [],
    calls: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 0, run: 1 },
    notes: [],
  };
}
