import { memory } from "../../host";
import { MAX_HANDLES } from "../../array/limits";
import { jax, jnp } from "./api";
import type { Suite } from "./case";
import { facadeArray } from "./draw";
import type { Halves, LinenTree, NnxTree } from "./mixed-step";
import { mixedModel, sgd } from "./mixed-step";

/** Steps until the engine has compiled what it will: its code counts as heap, too. */
const COMPILING = 1000;
const WARM_UP = 100;
/** So many steps of each kind at a size of the hidden layer. */
export type Loop = { hidden: number; eager: number; jitted: number };

/** As many steps as a long training run has. */
export const LONG_LOOPS: readonly Loop[] = [
  { hidden: 4, eager: 5000, jitted: 10_000 },
  { hidden: 256, eager: 5000, jitted: 10_000 },
];

/** Where WebGL is software, wide steps take most of the time of all suites; what a step leaves shows in fewer, too. */
export const BROWSER_LOOPS: readonly Loop[] = [
  { hidden: 4, eager: 1000, jitted: 2000 },
  { hidden: 256, eager: 500, jitted: 1000 },
];

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

/** Tensors of 2²² elements that are made and dropped, and the device bytes that they may take together. */
const LARGE = 40;
const BUDGET = 256 * 2 ** 20;

function largeTensors(): void {
  const base = jnp.arange(2 ** 22, { dtype: "float32" });
  let most = 0;
  for (let i = 0; i < LARGE; i++) {
    base.add(i);
    const { deviceTensors, deviceBytes } = memory();
    most = Math.max(most, deviceBytes);
    // Where the host computes, no tensor ever gets to a device.
    if (i > 4 && deviceTensors === 0) return;
  }
  if (most > BUDGET) throw new Error(`${most} device bytes were in use, more than ${BUDGET}`);
}

/** Synchronous training loops leave nothing behind. */
export function leaks(heap: HeapProbe, loops: readonly Loop[]): Suite {
  const x = (): ReturnType<typeof facadeArray> => facadeArray([3], [0.5, -1, 2]);
  const y = (): ReturnType<typeof facadeArray> => facadeArray([2], [1, 0]);
  const eagerStep = (hidden: number): { step: Step; first: Halves } => {
    const model = mixedModel(0, x(), y(), hidden);
    const gradient = jax.grad(model.loss, { argnums: [0, 1] });
    const step: Step = (...halves) => sgd(halves, gradient(...halves), 0.01);
    return { step, first: [model.nnxParams, model.linenParams] };
  };
  return {
    name: "steps in one synchronous loop stay flat",
    cases: [
      ...loops.flatMap(({ hidden, eager, jitted }) => [
        {
          name: `${eager} eager steps, hidden ${hidden}`,
          run() {
            const { step, first } = eagerStep(hidden);
            runLoop((halves) => step(...halves), first, heap, eager);
          },
        },
        {
          name: `${jitted} jitted steps, hidden ${hidden}`,
          run() {
            const { step, first } = eagerStep(hidden);
            const staged = jax.jit(step);
            runLoop((halves) => staged(...halves), first, heap, jitted);
          },
        },
      ]),
      { name: `${LARGE} tensors of 2^22 elements stay under the device budget`, run: largeTensors },
      { name: "what had to make room on the device keeps its values", run: keepsEvictedValues },
    ],
  };
}

/** More live arrays than the device may hold, of both layouts that its textures have. */
function keepsEvictedValues(): void {
  const [rows, columns] = [5, 7];
  const ones = jnp.ones([rows, rows]);
  const table = jnp.arange(rows * columns, { dtype: "float32" }).reshape([rows, columns]);
  const products = Array.from({ length: MAX_HANDLES }, () => jnp.matmul(ones, table));
  const scaled = products.map((product, i) => product.mul(i));
  // Down the first column of the table stand 0, 7, 14, 21 and 28.
  const sum = (column: number) => 70 + rows * column;
  const wrong = (values: number[][], factor: number) =>
    values.some((row) => row.some((value, column) => value !== sum(column) * factor));
  const at = products.findIndex((product) => wrong(product.tolist() as number[][], 1));
  if (at >= 0) throw new Error(`product ${at} is ${products[at]}`);
  const scaledAt = scaled.findIndex((values, i) => wrong(values.tolist() as number[][], i));
  if (scaledAt >= 0) throw new Error(`multiple ${scaledAt} is ${scaled[scaledAt]}`);
}
