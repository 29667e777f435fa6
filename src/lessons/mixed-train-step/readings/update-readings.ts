import type { StepInputs } from "../inputs";
import { WITHOUT_MASK } from "../draw";
import { adam, clippedByValue, clippedTo, inHalf, rmsprop, signs } from "../gradients";
import type { StepReading } from "../simulate";
import { movesNamed } from "./moves-readings";
import type { Reading } from "./reading";

const NNX = { half: "NNX", other: "Linen" };
const LINEN = { half: "Linen", other: "NNX" };

/** A rate that is no fixed multiple of lr, in both halves, in the NNX half and in the Linen half. */
function ratedInHalves(variant: string, rate: string, of: (lr: number) => number): Reading[] {
  const where = (half: string, rates: NonNullable<StepReading["rates"]>): Reading => ({
    variant: `${variant}/${half}`,
    like: `a step of ${rate} in ${half}`,
    words: { rate: half === "both halves" ? rate : `${rate} in ${half}` },
    step: { rates },
  });
  return [
    where("both halves", (lr) => [of(lr), of(lr), of(lr), of(lr)]),
    where("the NNX half", (lr) => [of(lr), of(lr), lr, lr]),
    where("the Linen half", (lr) => [lr, lr, of(lr), of(lr)]),
  ];
}

/** A rate that depends on the sizes of x and y. */
function ratedBySize(rate: string, of: (lr: number, inputs: StepInputs) => number): Reading {
  return {
    variant: rate,
    like: `a step of ${rate} in both halves`,
    words: { rate },
    step: {
      rates: (lr, inputs) => {
        const each = of(lr, inputs);
        return [each, each, each, each];
      },
    },
  };
}

/** Something else in the gradient's place, in both halves. */
function inPlace(
  variant: string,
  like: string,
  gradient: StepReading["gradient"],
  words: Reading["words"] = {},
): Reading {
  return { variant, like, words, step: { gradient } };
}

function clipped(variant: string, used: string, gradient: StepReading["gradient"]): Reading {
  return inPlace(variant, `gradients cut so that ${used}`, gradient, { used });
}

const STEP_COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Right losses before the step, and other steps than the lesson's. */
export const UPDATE_READINGS = {
  "nothing-moved": movesNamed("nothing-moved"),
  "only-nnx-moved": movesNamed("only-nnx-moved"),
  "only-linen-moved": movesNamed("only-linen-moved"),
  ascent: movesNamed("ascent"),
  "half-ascent": movesNamed("half-ascent"),
  "lr-forgotten": movesNamed("lr-forgotten"),
  "lr-scaled": [
    ...movesNamed("lr-scaled"),
    ...ratedInHalves("square", "lr²", (lr) => lr * lr),
    ...ratedInHalves("root", "√lr", Math.sqrt),
    ratedBySize("lr times the number of targets", (lr, { outSize }) => lr * outSize),
    ratedBySize("lr times half the number of targets", (lr, { outSize }) => (lr * outSize) / 2),
    ratedBySize("lr divided by the number of targets", (lr, { outSize }) => lr / outSize),
    ratedBySize("lr divided by the number of features of x", (lr, { inSize }) => lr / inSize),
  ],
  "fixed-rate": movesNamed("fixed-rate"),
  "gradient-added": movesNamed("gradient-added"),
  "bias-not-updated": movesNamed("bias-not-updated"),
  "kernel-not-updated": movesNamed("kernel-not-updated"),
  "bias-added-twice": movesNamed("bias-added-twice"),
  "leaves-scaled": movesNamed("leaves-scaled"),
  "step-parentheses": [
    {
      variant: "both",
      like: "(p − lr) · g as the new parameters",
      step: { rule: (value, slope, rate) => (value - rate) * slope },
    },
  ],
  "adaptive-step": [
    inPlace("adam", "a first step of Adam", adam(0), { used: "Adam" }),
    inPlace("adamw", "a first step of AdamW", adam(1e-4), { used: "AdamW" }),
    inPlace("rmsprop", "a first step of RMSProp", rmsprop, { used: "RMSProp" }),
    inPlace("sign", "a step by the gradient's signs", signs, { used: "the gradient's signs" }),
    {
      variant: "adam/nnx",
      like: "a first step of Adam in the NNX half",
      words: { used: "Adam in the NNX half" },
      step: { gradient: inHalf("nnx", adam(0)) },
    },
    {
      variant: "adam/linen",
      like: "a first step of Adam in the Linen half",
      words: { used: "Adam in the Linen half" },
      step: { gradient: inHalf("linen", adam(0)) },
    },
  ],
  "gradient-clipped": [
    clipped("both", "their norm over both trees is at most 1", clippedTo(1, "both")),
    clipped("tree", "the norm of each tree is at most 1", clippedTo(1, "tree")),
    clipped("leaf", "the norm of each parameter's gradient is at most 1", clippedTo(1, "leaf")),
    clipped("value", "each entry lies between −1 and 1", clippedByValue(1)),
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
} as const satisfies Record<string, readonly Reading[]>;
