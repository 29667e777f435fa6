import type { PredictFirstModel } from "../../../figure-models/predict-first-model";
import { cornerName, CORNERS, lossText } from "../../../figures/step-plane/plane";
import type { CornerLosses, Moves } from "../../../figures/step-plane/plane";
import { formatFactor } from "../../../lib/format-number";

/** The plane in a sentence. */
export function askedSentence({ of, lr, halves }: PredictFirstModel, losses: CornerLosses): string {
  const [neither, ...others] = CORNERS.map(
    (corner) => `${lossText(losses[corner])} with ${cornerName(corner, halves)}`,
  );
  return `The loss of ${of}, learning rate ${lr}, over how far each half moves: ${neither} moved, ${others.join(", ")}.`;
}

/** What is expected of the next run, or that it is asked for. */
export function nextSentence(
  next: Moves | null,
  loss: number | null,
  [first, second]: readonly [string, string],
): string {
  if (!next || loss === null)
    return "Before your next run: which half will it move, and where will the loss land? Choose, or drag on the plane.";
  return `For your next run you expect ${first} ${formatFactor(next.across)} ×, ${second} ${formatFactor(next.up)} ×: loss ${lossText(loss)}. Run to see.`;
}
