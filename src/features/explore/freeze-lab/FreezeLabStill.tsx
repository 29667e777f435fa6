import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import { CurvesDrawing } from "./CurvesDrawing";
import { stepSentence } from "./freeze-words";
import { Runs } from "./runs";
import { shownRuns } from "./shown-run";

const WIDTH = 600;

/** The loss chart of the usual setting at its end, for paper and until the figure has come. */
export function FreezeLabStill({ model }: { model: FreezeLabModel }) {
  const { lr, steps } = model.usual;
  const shown = shownRuns(new Runs(model), model.usual, null);
  const ends = shown.map(({ name, run }) => ({ name, loss: run.lossAt(steps) }));
  return (
    <CurvesDrawing
      width={WIDTH}
      shown={shown}
      ghosts={[]}
      steps={steps}
      at={steps}
      front="both"
      description={stepSentence(steps, lr, ends)}
    />
  );
}
