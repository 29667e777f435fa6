import type { PredictFirstModel } from "../../../figure-models/predict-first-model";
import { cornerLosses } from "../../../figures/step-plane/plane";
import { layoutPlane } from "../../../figures/step-plane/plane-layout";
import { PlaneDrawing } from "../../../figures/step-plane/PlaneDrawing";
import { askedSentence } from "./guess-words";

const WIDTH = 560;

/** The plane that is guessed on, without a guess. */
export function PredictFirstStill({ model }: { model: PredictFirstModel }) {
  const plane = model.plane();
  const losses = cornerLosses(plane);
  return (
    <PlaneDrawing
      plane={plane}
      losses={losses}
      halves={model.halves}
      layout={layoutPlane(WIDTH, false)}
      label={askedSentence(model, losses)}
    />
  );
}
