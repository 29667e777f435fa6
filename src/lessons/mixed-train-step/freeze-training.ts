/**
 * The lesson's model on points of a curve, x and y of one number each: the arithmetic of `model.ts` in one loop over flat arrays,
 * so that a figure can train it thousands of steps while a hand moves a slider.
 */
import type { FreezeLabModel } from "../../figure-models/freeze-lab-model";
import { OWN_STEP_LOOP } from "./own-step-loop";
import { LESSON_MODEL } from "./model";
import { initialLeaves, KERNEL_KEYS, LEAVES } from "./weights";

const HIDDEN = LESSON_MODEL.hidden;
/** Where each leaf begins in the flat parameters, in the order of `LEAVES`. */
const BIAS = HIDDEN;
const HEAD = 2 * HIDDEN;
const HEAD_BIAS = 3 * HIDDEN;
const SIZE = HEAD_BIAS + 1;

const COUNT = 16;
/** `jnp.linspace(-1, 1, 16)`, in float32 as programs have it. */
const X = Array.from({ length: COUNT }, (_, i) => Math.fround((2 * i) / (COUNT - 1) - 1));
const Y = X.map(Math.abs);

export const FREEZE_TRAINING: FreezeLabModel = {
  halves: [
    { name: "NNX", module: "encoder" },
    { name: "Linen", module: "head" },
  ],
  leaves: LEAVES.map(({ name, half }) => ({ name, half: half === "NNX" ? 0 : 1 })),
  target: "y = |x|",
  points: { x: X, y: Y },
  start: (seed) =>
    Float64Array.from(
      initialLeaves(seed, KERNEL_KEYS, { inSize: 1, hidden: HIDDEN, outSize: 1 }).flat(),
    ),
  step,
  predict: (parameters, x) => x.map((value) => prediction(parameters, value)),
  learned: 0.01,
  // The rate and the seed of the program beside the figure, and the step that the text speaks of.
  usual: { seed: 3, lr: 0.1, steps: 300 },
  ownStep: {
    ...OWN_STEP_LOOP,
    arrays: (p) => [
      { name: "kernel", shape: [1, HIDDEN], data: [...p.subarray(0, BIAS)] },
      { name: "bias", shape: [HIDDEN], data: [...p.subarray(BIAS, HEAD)] },
      { name: "head", shape: [HIDDEN, 1], data: [...p.subarray(HEAD, HEAD_BIAS)] },
      { name: "headBias", shape: [1], data: [...p.subarray(HEAD_BIAS)] },
      { name: "x", shape: [COUNT, 1], data: X },
      { name: "y", shape: [COUNT, 1], data: Y },
    ],
  },
};

function prediction(p: Float64Array, x: number): number {
  let sum = p[HEAD_BIAS];
  for (let j = 0; j < HIDDEN; j++) {
    const z = x * p[j] + p[BIAS + j];
    if (z > 0) sum += z * p[HEAD + j];
  }
  return sum;
}

const gradient = new Float64Array(SIZE);

function step(p: Float64Array, rates: readonly number[]): number {
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < COUNT; i++) {
    const x = X[i];
    const residual = prediction(p, x) - Y[i];
    loss += residual * residual;
    // d mean(r²) / d prediction
    const slope = (2 * residual) / COUNT;
    gradient[HEAD_BIAS] += slope;
    for (let j = 0; j < HIDDEN; j++) {
      const z = x * p[j] + p[BIAS + j];
      if (z <= 0) continue;
      gradient[HEAD + j] += slope * z;
      const back = slope * p[HEAD + j];
      gradient[j] += back * x;
      gradient[BIAS + j] += back;
    }
  }
  const [kernel = 0, bias = 0, head = 0, headBias = 0] = rates;
  for (let j = 0; j < HIDDEN; j++) {
    p[j] -= kernel * gradient[j];
    p[BIAS + j] -= bias * gradient[BIAS + j];
    p[HEAD + j] -= head * gradient[HEAD + j];
  }
  p[HEAD_BIAS] -= headBias * gradient[HEAD_BIAS];
  return loss / COUNT;
}
