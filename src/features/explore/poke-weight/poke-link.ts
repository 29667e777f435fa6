/** A state of the figure as it stands in an address. */
import type { PokeWeightModel, WeightPlace } from "../../../figure-models/poke-weight-model";
import type { LinkedState } from "../../../figures/parts/figure-place";
import { logScale } from "../../../figures/parts/slider-scale";
import { linkedNumber } from "../../../figures/parts/use-linked-state";
import { LARGEST, SMALLEST } from "./differences";
import type { PokeState } from "./read-poke";
import { usualPoke } from "./read-poke";

const MOST_RANGE = 10;
const LEAST_RANGE = 0.1;

export const EPSILONS = logScale(10 ** SMALLEST, 10 ** LARGEST, 4);
export const RANGES = logScale(LEAST_RANGE, MOST_RANGE, 6);

/** Reads an address; takes nothing on trust. */
export function pokeFromLink(model: PokeWeightModel) {
  const usual = usualPoke(model);
  return (linked: LinkedState): PokeState => {
    const range = linkedNumber(linked, "range", {
      from: LEAST_RANGE,
      to: MOST_RANGE,
      usual: usual.range,
    });
    return {
      place: placeOf(model, linked.weight) ?? usual.place,
      by: linkedNumber(linked, "by", { from: -range, to: range, usual: 0 }),
      epsilon: linkedNumber(linked, "epsilon", {
        from: 10 ** SMALLEST,
        to: 10 ** LARGEST,
        usual: usual.epsilon,
      }),
      kind: linked.kind === "central" ? "central" : "forward",
      range,
      seed: Math.round(linkedNumber(linked, "seed", model.seed)),
    };
  };
}

export function linkOfPoke({ place, by, epsilon, kind, range, seed }: PokeState): LinkedState {
  return {
    weight: `${place.leaf}.${place.index}`,
    by: String(by),
    epsilon: String(epsilon),
    kind,
    range: String(range),
    seed: String(seed),
  };
}

function placeOf({ leaves }: PokeWeightModel, text = ""): WeightPlace | null {
  const [, leaf = "", index = ""] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  const found = { leaf: Number(leaf || NaN), index: Number(index || NaN) };
  const { rows, columns } = leaves[found.leaf] ?? { rows: 0, columns: 0 };
  return found.index < rows * columns ? found : null;
}
