import { memory } from "../host";
import { jax } from "./api";
import type { Suite } from "./case";
import { facadeArray } from "./draw";
import type { Halves, LinenTree, NnxTree } from "./mixed-step";
import { mixedModel, sgd } from "./mixed-step";

/** Steps until the engine has compiled what it will: its code counts as heap, too. */
const COMPILING = 1000;
const WARM_UP = 100;
const STEPS = 2000;

/** Bytes of JavaScript heap in use after a collection; null where that cannot be measured. */
export type HeapProbe = () => number | null;

type Step = (nnxParams: NnxTree, linenParams: LinenTree) => Halves;

interface Usage {
  readonly [what: string]: number;
}

function measure(heap: HeapProbe): Usage {
  const bytes = heap();
  const live = { ...memory() };
  return bytes === null ? live : { ...live, heapBytes: bytes };
}

/** Throws if anything is more than a tenth above what it was; `slack` is for very small counts. */
function assertFlat(before: Usage, after: Usage, steps: number): void {
  for (const [what, was] of Object.entries(before)) {
    const is = after[what];
    if (is > was * 1.1)
      throw new Error(`${what} grew from ${was} after ${WARM_UP} steps to ${is} after ${steps}`);
  }
}

/** Runs a step many times, each on what the last one gave, and throws if memory grew after the first hundred. */
export function runLoop<T>(step: (state: T) => T, first: T, heap: HeapProbe, steps: number): void {
  let state = first;
  let before: Usage | null = null;
  for (let i = 0; i < COMPILING; i++) state = step(state);
  for (let i = 0; i < steps; i++) {
    state = step(state);
    if (i === WARM_UP - 1) before = measure(heap);
  }
  if (before === null) throw new Error("the loop is shorter than its warm-up");
  assertFlat(before, measure(heap), steps);
}

/** Synchronous training loops leave nothing behind. */
export function leaks(heap: HeapProbe): Suite {
  const x = (): ReturnType<typeof facadeArray> => facadeArray([3], [0.5, -1, 2]);
  const y = (): ReturnType<typeof facadeArray> => facadeArray([2], [1, 0]);
  const eagerStep = (): { step: Step; first: Halves } => {
    const model = mixedModel(0, x(), y());
    const gradient = jax.grad(model.loss, { argnums: [0, 1] });
    const step: Step = (...halves) => sgd(halves, gradient(...halves), 0.01);
    return { step, first: [model.nnxParams, model.linenParams] };
  };
  return {
    name: `${STEPS} steps in one synchronous loop stay flat`,
    cases: [
      {
        name: "eager",
        run() {
          const { step, first } = eagerStep();
          runLoop((halves) => step(...halves), first, heap, STEPS);
        },
      },
      {
        name: "jitted",
        run() {
          const { step, first } = eagerStep();
          const staged = jax.jit(step);
          runLoop((halves) => staged(...halves), first, heap, STEPS);
        },
      },
    ],
  };
}
