/** Every wrong reading of the task that has a name, by the mistake's id: what such code computes, in float64. */
import { keyFromSeed } from "../../prng/key";
import type { ActivationName } from "./activations";
import { ACTIVATIONS } from "./activations";
import type { MistakeId } from "./cards";
import { WITHOUT_MASK } from "./draw";
import type { Loss, LossName } from "./losses";
import { LOSSES } from "./losses";
import type { Moves, StepReading } from "./simulate";
import { denseKernelKey, type KernelKeys, nnxKernelKey } from "./weights";

export type Reading = {
  /** Tells readings of one mistake apart. */
  variant: string;
  /** What the code would be doing, after "All 11 cases agree with ". */
  like: string;
  /** Words for the card's placeholders. */
  words?: Readonly<Record<string, string>>;
  step: StepReading;
};

const NNX = { half: "NNX", other: "Linen" };
const LINEN = { half: "Linen", other: "NNX" };

function moving(variant: string, like: string, moves: Moves, words = {}): Reading {
  return { variant, like, words, step: { moves } };
}

function rated(
  variant: string,
  like: string,
  rate: string,
  rates: NonNullable<StepReading["rates"]>,
): Reading {
  return { variant, like, words: { rate }, step: { rates } };
}

/** The same multiple of the step in both halves, in the NNX half, in the Linen half. */
function scaled(name: string, words: string, rate: (lr: number) => number): Reading[] {
  const like = (where: string) => `a step of ${words} ${where}`;
  return [
    rated(name, like("in both halves"), words, (lr) => [rate(lr), rate(lr)]),
    rated(`${name}/nnx`, like("in the NNX half"), words, (lr) => [rate(lr), lr]),
    rated(`${name}/linen`, like("in the Linen half"), words, (lr) => [lr, rate(lr)]),
  ];
}

function lossOf(name: LossName, like: string, used: string): Reading {
  const loss: Loss = LOSSES[name];
  return { variant: name, like, words: { used }, step: { model: { loss } } };
}

const ACTIVATION_NAMES: Readonly<Partial<Record<ActivationName, string>>> = {
  tanh: "tanh",
  sigmoid: "sigmoid",
  gelu: "gelu",
  geluExact: "gelu in its exact form",
  silu: "silu",
  softplus: "softplus",
  elu: "elu",
  leakyRelu: "{leakyRelu}",
  selu: "selu",
};

function otherActivations(): Reading[] {
  return Object.entries(ACTIVATION_NAMES).map(([name, used]) => ({
    variant: name,
    like: `a hidden layer that uses ${used}`,
    words: { used },
    // The keys of the table are names of activations.
    step: { model: { activation: ACTIVATIONS[name as ActivationName] } },
  }));
}

/** Kernels whose key is made as the lesson makes it, from another seed. */
function seeds(which: keyof KernelKeys, readings: Record<string, (seed: number) => number>) {
  const keyOf = { nnx: nnxKernelKey, linen: denseKernelKey() }[which];
  return Object.entries(readings).map(([used, other]): Reading => ({
    variant: used,
    like: `weights made from ${used === "seed" ? "the seed itself" : used}`,
    words: { used },
    step: { keys: { [which]: (seed: number) => keyOf(keyFromSeed(other(seed))) } },
  }));
}

const FIXED_SEEDS = { "0": () => 0, "1": () => 1, "42": () => 42 };
const OTHER_WIDTHS = [...Array.from({ length: 16 }, (_, i) => i + 1), 32, 64].filter(
  (n) => n !== 4,
);
const STEP_COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** In the order of diagnosis: what shows in the loss before the step comes first. */
export const READINGS: Readonly<Record<MistakeId, readonly Reading[]>> = {
  "sum-not-mean": [
    lossOf("sumSquare", "the sum of the squared errors as the loss", "the sum of squared errors"),
  ],
  "halved-loss": [
    lossOf("halfMeanSquare", "half the mean squared error as the loss", "half the mean"),
    lossOf("halfSumSquare", "half the sum of squared errors as the loss", "half the sum"),
  ],
  "not-squared": [
    lossOf("meanAbsolute", "the mean of the absolute errors as the loss", "the absolute error"),
    lossOf("mean", "the mean of the errors themselves as the loss", "the error itself"),
  ],
  "root-taken": [
    lossOf("rootMeanSquare", "the root of the mean squared error as the loss", "the root"),
  ],
  "no-relu": [
    {
      variant: "identity",
      like: "a hidden layer without an activation",
      step: { model: { activation: ACTIVATIONS.identity } },
    },
  ],
  "wrong-activation": otherActivations(),
  "relu-on-output": [
    {
      variant: "relu",
      like: "a ReLU on the prediction as well",
      step: { model: { output: ACTIVATIONS.relu } },
    },
    {
      variant: "relu-instead",
      like: "a ReLU on the prediction in place of the one on the hidden layer",
      step: { model: { activation: ACTIVATIONS.identity, output: ACTIVATIONS.relu } },
    },
  ],
  "wrong-linen-seed": seeds("linen", {
    seed: (seed) => seed,
    "seed − 1": (seed) => seed - 1,
    "seed + 2": (seed) => seed + 2,
    ...FIXED_SEEDS,
  }),
  "wrong-nnx-seed": seeds("nnx", {
    "seed − 1": (seed) => seed - 1,
    "seed + 1": (seed) => seed + 1,
    "seed + 2": (seed) => seed + 2,
    ...FIXED_SEEDS,
  }),
  "hidden-not-4": OTHER_WIDTHS.map((hidden) => ({
    variant: String(hidden),
    like: `a hidden layer of ${hidden} ${hidden === 1 ? "unit" : "units"}`,
    words: { hidden: `${hidden} ${hidden === 1 ? "unit" : "units"}` },
    step: { model: { hidden } },
  })),
  "swapped-return": [
    {
      variant: "after-first",
      like: "the two losses in the other order",
      step: { returns: (before, after) => [after, before] },
    },
  ],
  "repeated-return": [
    {
      variant: "after",
      like: "the loss after the step in both places",
      step: { returns: (_before, after) => [after, after] },
    },
  ],
  "nothing-moved": [moving("none", "a loss at the old parameters in both places", [0, 0, 0, 0])],
  "only-nnx-moved": [moving("nnx", "an update of the NNX half alone", [1, 1, 0, 0])],
  "only-linen-moved": [moving("linen", "an update of the Linen half alone", [0, 0, 1, 1])],
  ascent: [moving("both", "a step up the gradient in both halves", [-1, -1, -1, -1])],
  "half-ascent": [
    moving("nnx", "a step up the gradient in the NNX half", [-1, -1, 1, 1], NNX),
    moving("linen", "a step up the gradient in the Linen half", [1, 1, -1, -1], LINEN),
  ],
  "lr-forgotten": [
    rated("both", "a step by the bare gradient in both halves", "both halves", () => [1, 1]),
    rated("nnx", "a step by the bare gradient in the NNX half", "the NNX half", (lr) => [1, lr]),
    rated("linen", "a step by the bare gradient in the Linen half", "the Linen half", (lr) => [
      lr,
      1,
    ]),
  ],
  "lr-scaled": [
    ...scaled("2", "2 · lr", (lr) => 2 * lr),
    ...scaled("half", "lr / 2", (lr) => lr / 2),
    ...scaled("square", "lr²", (lr) => lr * lr),
    ...scaled("root", "√lr", Math.sqrt),
    ...scaled("tenth", "lr / 10", (lr) => lr / 10),
    ...scaled("ten", "10 · lr", (lr) => 10 * lr),
  ],
  "bias-not-updated": [
    moving("both", "an update of the kernels alone", [1, 0, 1, 0], { which: "Both biases" }),
    moving("nnx", "an update without the NNX bias", [1, 0, 1, 1], { which: "The NNX bias" }),
    moving("linen", "an update without the Linen bias", [1, 1, 1, 0], { which: "The Linen bias" }),
  ],
  "relu-mask-missing": [
    {
      variant: "slope-one",
      like: "a backward pass without ReLU's mask",
      step: WITHOUT_MASK,
    },
  ],
  "sequential-update": [
    {
      variant: "nnx-first",
      like: "a Linen gradient that is taken after the NNX half moved",
      words: LINEN,
      step: { order: "nnx-first" },
    },
    {
      variant: "linen-first",
      like: "an NNX gradient that is taken after the Linen half moved",
      words: NNX,
      step: { order: "linen-first" },
    },
  ],
  "extra-step": STEP_COUNTS.map((steps) => ({
    variant: String(steps),
    like: `${steps} steps in place of one`,
    words: { steps: String(steps) },
    step: { steps },
  })),
};
