import type { PokeWeightModel, WeightPlace } from "../../../figure-models/poke-weight-model";
import { bestEpsilon, differenceAt, errorCurve, seenFrom } from "./differences";
import type { DifferenceKind } from "./differences";
import { pokeSentence, precisionSentence, switchSentence, weightName } from "./poke-words";

/** What a hand sets. */
export type PokeState = {
  place: WeightPlace;
  /** How far the weight is from its first value. */
  by: number;
  epsilon: number;
  kind: DifferenceKind;
  /** What is in sight on either side. */
  range: number;
  seed: number;
};

export function usualPoke({ usual, seed }: PokeWeightModel): PokeState {
  return { place: usual, by: 0, epsilon: 0.3, kind: "forward", range: 1.5, seed: seed.usual };
}

/** All that the figure draws and says of a state. */
export function readPoke(model: PokeWeightModel, state: PokeState) {
  const { place, by, epsilon, kind, range, seed } = state;
  const opened = model.open(seed);
  const loss = opened.around(place);
  const weight = Math.fround(loss.start + by);
  const leaf = model.leaves[place.leaf];
  if (!leaf) throw new Error(`no leaf ${place.leaf}`);
  const name = weightName(leaf, place.index);
  const here = loss.at(weight);
  const difference = differenceAt(loss, weight, epsilon, kind);
  const errors = errorCurve(loss, weight, kind);
  const best = {
    float64: bestEpsilon(errors, "float64"),
    float32: bestEpsilon(errors, "float32"),
  };
  const look = leaf.half === 0 ? ("first" as const) : ("second" as const);
  return {
    opened,
    difference,
    weight,
    slope: here.slope,
    drawn: { loss, weight, range, epsilon, kind, errors, look, name },
    sentence: pokeSentence({ name, weight, ...here, epsilon, kind, difference }),
    switchesSaid: switchSentence(loss, loss.start - range, loss.start + range),
    precisionSaid: precisionSentence(
      { slope: here.slope, kind },
      best,
      seenFrom(errors, here.slope),
    ),
  };
}
