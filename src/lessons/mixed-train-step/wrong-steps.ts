import type { WrongStep } from "../../grading/lesson-check";
import type { ActivationName } from "./activations";
import { ACTIVATIONS } from "./activations";
import { readInputs } from "./inputs";
import type { LossName } from "./losses";
import { LOSSES } from "./losses";
import type { StepReading } from "./simulate";
import { simulateStep } from "./simulate";

const OTHER_ACTIVATIONS: readonly ActivationName[] = [
  "identity",
  "tanh",
  "sigmoid",
  "gelu",
  "geluExact",
  "silu",
  "softplus",
  "elu",
  "leakyRelu",
  "selu",
];
const OTHER_LOSSES: readonly LossName[] = [
  "sumSquare",
  "halfMeanSquare",
  "meanAbsolute",
  "rootMeanSquare",
];
const OTHER_HIDDEN = [1, 2, 3, 5, 8, 16];
const OTHER_STEP_COUNTS = [2, 3, 10];

/** Readings of the task that are wrong, by name: the steps that every drawn set must tell from the right one. */
export const WRONG_READINGS: Readonly<Record<string, StepReading>> = {
  "only-nnx-moved": { moves: [1, 1, 0, 0] },
  "only-linen-moved": { moves: [0, 0, 1, 1] },
  "nothing-moved": { moves: [0, 0, 0, 0] },
  ascent: { moves: [-1, -1, -1, -1] },
  "half-ascent/nnx": { moves: [-1, -1, 1, 1] },
  "half-ascent/linen": { moves: [1, 1, -1, -1] },
  "lr-forgotten": { rates: () => [1, 1] },
  "lr-forgotten/nnx": { rates: (lr) => [1, lr] },
  "lr-forgotten/linen": { rates: (lr) => [lr, 1] },
  "lr-scaled/2": { rates: (lr) => [2 * lr, 2 * lr] },
  "lr-scaled/half": { rates: (lr) => [lr / 2, lr / 2] },
  "lr-scaled/square": { rates: (lr) => [lr * lr, lr * lr] },
  "lr-scaled/root": { rates: (lr) => [Math.sqrt(lr), Math.sqrt(lr)] },
  "bias-not-updated": { moves: [1, 0, 1, 0] },
  "bias-not-updated/nnx": { moves: [1, 0, 1, 1] },
  "bias-not-updated/linen": { moves: [1, 1, 1, 0] },
  "sequential-update/nnx-first": { order: "nnx-first" },
  "sequential-update/linen-first": { order: "linen-first" },
  "swapped-return": { returns: (before, after) => [after, before] },
  "repeated-return/after": { returns: (_before, after) => [after, after] },
  "relu-on-output": { model: { output: ACTIVATIONS.relu } },
  "wrong-linen-seed/same": { linenSeed: (seed) => seed },
  "wrong-linen-seed/0": { linenSeed: () => 0 },
  "wrong-linen-seed/2": { linenSeed: (seed) => seed + 2 },
  "wrong-nnx-seed/0": { nnxSeed: () => 0 },
  "wrong-nnx-seed/1": { nnxSeed: (seed) => seed + 1 },
  ...Object.fromEntries(
    OTHER_STEP_COUNTS.map((steps) => [`extra-step/${steps}`, { steps }] as const),
  ),
  ...Object.fromEntries(
    OTHER_LOSSES.map((name) => [`loss/${name}`, { model: { loss: LOSSES[name] } }] as const),
  ),
  ...Object.fromEntries(
    OTHER_ACTIVATIONS.map(
      (name) => [`activation/${name}`, { model: { activation: ACTIVATIONS[name] } }] as const,
    ),
  ),
  ...Object.fromEntries(
    OTHER_HIDDEN.map((hidden) => [`hidden-not-4/${hidden}`, { model: { hidden } }] as const),
  ),
};

/** The wrong readings as steps that the grader can run. */
export const WRONG_STEPS: readonly WrongStep[] = Object.entries(WRONG_READINGS).map(
  ([id, reading]) => ({ id, run: (inputs) => simulateStep(readInputs(inputs), reading) }),
);
