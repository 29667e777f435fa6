/** What a whole range of learning rates does, for the strip below the slider. */
import type { StepPlaneModel } from "../../figure-models/step-plane-model";
import type { SliderScale } from "../parts/slider-scale";
import type { Corner } from "./plane";
import { cornerLosses, lowestCorner } from "./plane";

/** Neighbouring rates at which the same corner is the lowest. */
export type Stretch = { corner: Corner; first: number; last: number; firstPlace: number };

export type Ribbon = {
  stretches: readonly Stretch[];
  /** The lowest rate from which on a step on both halves ends above the start; null where it never does. */
  aboveFrom: number | null;
};

/** Reads every place of the slider. */
export function ribbonOf(model: StepPlaneModel, seed: number, scale: SliderScale): Ribbon {
  const stretches: Stretch[] = [];
  let aboveFrom: number | null = null;
  for (let place = 0; place <= scale.last; place++) {
    const lr = scale.valueAt(place);
    const losses = cornerLosses(model.open({ lr, seed }));
    const corner = lowestCorner(losses);
    const open = stretches.at(-1);
    if (open?.corner === corner) open.last = lr;
    else stretches.push({ corner, first: lr, last: lr, firstPlace: place });
    if (losses.both <= losses.neither) aboveFrom = null;
    else aboveFrom ??= lr;
  }
  return { stretches, aboveFrom };
}
