import type { StepPlaneModel } from "../../figure-models/step-plane-model";
import { cornerLosses, PLACES } from "./plane";
import { layoutPlane } from "./plane-layout";
import { planeSentence } from "./plane-sentence";
import { PlaceRing, PlaneDrawing } from "./PlaneDrawing";

const WIDTH = 560;

/** The plane as it is at first, for its still. */
export function StepPlaneStill({ model }: { model: StepPlaneModel }) {
  const [lr, seed] = [model.lr.usual, model.seed.usual];
  const plane = model.open({ lr, seed });
  const losses = cornerLosses(plane);
  const layout = layoutPlane(WIDTH, true);
  const [x, y] = layout.toPoint(PLACES.both.across, PLACES.both.up);
  return (
    <PlaneDrawing
      plane={plane}
      losses={losses}
      halves={model.halves}
      layout={layout}
      label={planeSentence(losses, model.halves, { lr, seed })}
      at={PLACES.both}
    >
      <g transform={`translate(${x} ${y})`}>
        <PlaceRing />
      </g>
    </PlaneDrawing>
  );
}
