/** What a page publishes to the bench, and the one way in which steps are timed. */
import type { Problem } from "./problem";

/** One engine on one problem. `State` holds the parameters, `Losses` both losses, still on the device. */
export type Stepper<State, Losses> = {
  /** Parameters before the first step; the caller owns them. */
  initial(): State;
  /** One training step; `state` is used up. */
  step(state: State): { state: State; losses: Losses };
  /** Waits for both losses and frees them. */
  read(losses: Losses): number[];
  /** Frees losses that nobody reads. */
  drop(losses: Losses): void;
  /** Frees parameters. */
  release(state: State): void;
};

export type Timed = { msPerStep: number; losses: number[] };

/**
 * What an engine reports as its own: arrays that a program holds (null where it does not say), device
 * tensors, and their bytes.
 */
export type Memory = { arrays: number | null; tensors: number; bytes: number };

export type Bench = {
  /** Starts the backend; the numbers of the problems are made here, outside what is timed. */
  start(backend: string, problems: readonly Problem[]): Promise<void>;
  /**
   * `steps` steps of one problem from its first parameters, both losses read after each step, or
   * after the last alone.
   */
  run(steps: number, read: "each" | "last", problem?: number): Timed;
  /** One unbroken synchronous loop of the first problem; memory and JS heap at each count of `marks`. */
  loop(marks: readonly number[]): (Memory & { heap: number; steps: number })[];
};

declare global {
  var bench: Bench;
  interface Performance {
    memory?: { usedJSHeapSize: number };
  }
}

/** Publishes an engine as `globalThis.bench`. */
export function publish<State, Losses>(
  startBackend: (backend: string) => Promise<void>,
  makeStepper: (problem: Problem) => Stepper<State, Losses>,
  memory: () => Memory,
): void {
  let steppers: Stepper<State, Losses>[] = [];
  const stepper = (problem: number) => {
    const found = steppers[problem];
    if (found === undefined)
      throw new Error(`There is no problem ${problem}; start() comes first.`);
    return found;
  };
  globalThis.bench = {
    async start(backend, problems) {
      await startBackend(backend);
      steppers = problems.map(makeStepper);
    },
    run: (steps, read, problem = 0) => timed(stepper(problem), steps, read),
    loop: (marks) => measuredLoop(stepper(0), marks, memory),
  };
}

function timed<State, Losses>(
  stepper: Stepper<State, Losses>,
  steps: number,
  read: "each" | "last",
): Timed {
  let state = stepper.initial();
  let losses: number[] = [];
  const begin = performance.now();
  for (let index = 1; index <= steps; index++) {
    const result = stepper.step(state);
    state = result.state;
    if (read === "each" || index === steps) losses = stepper.read(result.losses);
    else stepper.drop(result.losses);
  }
  const msPerStep = (performance.now() - begin) / steps;
  stepper.release(state);
  return { msPerStep, losses };
}

/** Reads both losses after every step, as a learner's loop that prints them does. */
function measuredLoop<State, Losses>(
  stepper: Stepper<State, Losses>,
  marks: readonly number[],
  memory: () => Memory,
) {
  const last = Math.max(...marks);
  const found = [];
  let state = stepper.initial();
  for (let steps = 1; steps <= last; steps++) {
    const result = stepper.step(state);
    state = result.state;
    stepper.read(result.losses);
    if (marks.includes(steps)) found.push({ steps, ...memory(), heap: heapAfterCollection() });
  }
  stepper.release(state);
  return found;
}

function heapAfterCollection(): number {
  if (globalThis.gc === undefined || performance.memory === undefined) {
    throw new Error("The heap is measured with --js-flags=--expose-gc in Chromium.");
  }
  // Exposed by --js-flags=--expose-gc.
  globalThis.gc();
  return performance.memory.usedJSHeapSize;
}
