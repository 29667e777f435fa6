import { expect, it } from "vitest";
import type { LeafMove } from "../../grading/lesson-check";
import { nameOfMoves } from "./name-of-moves";

const step = (factor: number): LeafMove => ({ factor, unit: "step" });
const bare = (factor: number): LeafMove => ({ factor, unit: "gradient" });
const steps = (...factors: number[]) => factors.map(step);
const halves = (nnx: LeafMove, linen: LeafMove) => [nnx, nnx, linen, linen];

const NAMES: [LeafMove[], string, string][] = [
  [steps(0, 0, 0, 0), "nothing-moved", "a loss at the old parameters in both places"],
  [steps(1, 1, 0, 0), "only-nnx-moved", "an update of the NNX half alone"],
  [halves(bare(0), step(1)), "only-linen-moved", "an update of the Linen half alone"],
  [steps(1, 0, 1, 0), "bias-not-updated", "an update of the kernels alone"],
  [steps(1, 1, 1, 0), "bias-not-updated", "an update without the Linen bias"],
  [steps(0, 1, 0, 1), "kernel-not-updated", "an update of the biases alone"],
  [steps(1, 0, 0, 1), "kernel-not-updated", "an update without the NNX bias and the Linen kernel"],
  [steps(1, 4, 1, 1), "bias-added-twice", "the NNX bias being added twice"],
  [steps(1, 1, 1, 4), "bias-added-twice", "the Linen bias being added twice"],
  [steps(1, 4, 1, 4), "bias-added-twice", "each bias being added twice"],
  [steps(-1, -1, -1, -1), "ascent", "a step up the gradient in both halves"],
  [steps(1, 1, -1, -1), "half-ascent", "a step up the gradient in the Linen half"],
  [steps(0.25, 0.25, 0.25, 0.25), "lr-scaled", "a step of lr / 4 in both halves"],
  [steps(1, 1, 10, 10), "lr-scaled", "a step of 10 · lr in the Linen half"],
  [steps(2 / 3, 2 / 3, 1, 1), "lr-scaled", "a step of 2 · lr / 3 in the NNX half"],
  [
    steps(2, 2, 0.5, 0.5),
    "lr-scaled",
    "a step of 2 · lr in the NNX half and lr / 2 in the Linen half",
  ],
  [halves(bare(1), bare(1)), "lr-forgotten", "a step by the bare gradient in both halves"],
  [halves(step(1), bare(1)), "lr-forgotten", "a step by the bare gradient in the Linen half"],
  [
    halves(bare(0.01), bare(0.01)),
    "fixed-rate",
    "a step of 0.01 times the gradient in both halves",
  ],
  [halves(bare(-1), bare(-1)), "gradient-added", "p + g in both halves"],
  [halves(step(1), bare(-0.1)), "gradient-added", "p + 0.1 · g in the Linen half"],
  [steps(-2, -2, -2, -2), "gradient-added", "p + 2 · lr · g in both halves"],
  [
    steps(1, 2, 1, 1),
    "leaves-scaled",
    "these multiples of the step: NNX kernel 1, NNX bias 2, Linen kernel 1, Linen bias 1",
  ],
];

it.each(NAMES)("%j is %s: %s", (moves, mistake, like) => {
  expect(nameOfMoves(moves)).toMatchObject({ mistake, like });
});

it("has no name for the right moves", () => {
  expect(nameOfMoves(steps(1, 1, 1, 1))).toBeNull();
});
