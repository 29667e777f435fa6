import type { PokeWeightModel } from "../../../figure-models/poke-weight-model";
import { layoutPoke } from "./poke-layout";
import { PokeDrawing } from "./PokeDrawing";
import { readPoke, usualPoke } from "./read-poke";

const WIDTH = 600;

/** The usual weight with its tangent, for paper and until the figure has come. */
export function PokeWeightStill({ model }: { model: PokeWeightModel }) {
  const state = usualPoke(model);
  const { drawn, sentence } = readPoke(model, state);
  return <PokeDrawing {...drawn} layout={layoutPoke(WIDTH)} label={sentence} />;
}
