import type { OnePassBackModel } from "../../../figure-models/one-pass-back-model";
import { layoutPass } from "./pass-layout";
import { lastStage } from "./pass-stages";
import { passSentence } from "./pass-words";
import { PassDrawing } from "./PassDrawing";

const WIDTH = 600;

/** The pass after its way back, for paper and until the figure has come. */
export function OnePassBackStill({ model }: { model: OnePassBackModel }) {
  const [variant] = model.variants;
  const pass = variant.open();
  const told = { model, variant, pass };
  return (
    <PassDrawing
      {...told}
      layout={layoutPass(pass, WIDTH)}
      at={lastStage(variant)}
      label={passSentence(told)}
    />
  );
}
