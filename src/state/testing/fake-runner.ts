import type { Backend } from "../../protocol/backend";
import type { GradeRequest, RunOutcome, RunRequest } from "../../protocol/run";
import type { RunOptions, Runner, RuntimeStatus } from "../../runner/runner";

type Call = {
  request: RunRequest;
  options: RunOptions;
  end: (outcome: Partial<RunOutcome>) => void;
};

type FollowUp = {
  request: GradeRequest;
  end: (outcome: Partial<RunOutcome> | null) => void;
};

export type FakeRunner = Runner & {
  calls: Call[];
  followUps: FollowUp[];
  prepared: (GradeRequest | undefined)[];
  preferred: (Backend | null)[];
  setStatus: (status: RuntimeStatus) => void;
};

/** A runner whose runs end when the test says so; their follow-ups come to nothing unless they are held. */
export function fakeRunner({ holdsFollowUps = false } = {}): FakeRunner {
  let status: RuntimeStatus = { kind: "idle" };
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  const followUps: FollowUp[] = [];
  const prepared: (GradeRequest | undefined)[] = [];
  const preferred: (Backend | null)[] = [];
  const start = (request: RunRequest, options: RunOptions = {}): Promise<RunOutcome> =>
    new Promise((resolve) => {
      const end = (outcome: Partial<RunOutcome>) => resolve({ ...emptyOutcome(), ...outcome });
      calls.push({ request, options, end });
      options.signal?.addEventListener("abort", () => end({ status: "cancelled" }));
    });
  return {
    calls,
    prepared,
    setStatus(next) {
      status = next;
      listeners.forEach((listener) => listener());
    },
    prepare: (_language, warmUp) => void prepared.push(warmUp),
    run: start,
    followUps,
    async runFollowed(request, followUp, options) {
      const outcome = await start(request, options);
      return {
        outcome,
        followUp: new Promise((resolve) => {
          const end = (changes: Partial<RunOutcome> | null) =>
            resolve(changes && { ...emptyOutcome(), ...changes });
          if (holdsFollowUps) followUps.push({ request: followUp, end });
          else end(null);
        }),
      };
    },
    backends: ["webgl", "cpu"],
    preferred,
    prefer: (backend) => void preferred.push(backend),
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
    seen: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 0, run: 1 },
    notes: [],
  };
}
