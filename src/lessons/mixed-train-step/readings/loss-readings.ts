import type { Loss, LossName } from "../losses";
import { LOSSES } from "../losses";
import { PAIRINGS } from "../pairings";
import type { Reading } from "./reading";

/** Other losses than the mean of the squared errors. */
export const LOSS_READINGS = {
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
  "norm-taken": [lossOf("norm", "the norm of the errors as the loss", "the norm")],
  "square-of-mean": [
    lossOf("squaredMean", "the square of the mean error as the loss", "the square of the mean"),
  ],
  "huber-loss": [
    lossOf("meanHuber", "the mean of Huber's loss as the loss", "the mean"),
    lossOf("sumHuber", "the sum of Huber's loss as the loss", "the sum"),
  ],
  "every-pair": [
    {
      variant: "column",
      like: "a loss over every pair of a prediction and a target",
      step: { model: { pairing: PAIRINGS.every } },
    },
  ],
  "one-feature": [
    {
      variant: "broadcast",
      like: "a head with one output, which is compared with every target",
      step: { model: { features: 1, pairing: PAIRINGS.every } },
    },
  ],
} as const satisfies Record<string, readonly Reading[]>;

function lossOf(name: LossName, like: string, used: string): Reading {
  const loss: Loss = LOSSES[name];
  return { variant: name, like, words: { used }, step: { model: { loss } } };
}
