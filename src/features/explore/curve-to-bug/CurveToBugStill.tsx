import type { CurveToBugModel } from "../../../figure-models/curve-to-bug-model";
import { BugCurves } from "./BugCurves";
import { drawRound } from "./draw-round";
import { FIRST_ROUND } from "./first-round";
import { roundSentence } from "./round-words";

const WIDTH = 600;

/** The first round's curves, for paper and until the figure has come. */
export function CurveToBugStill({ model }: { model: CurveToBugModel }) {
  const round = drawRound(model, FIRST_ROUND);
  return (
    <BugCurves
      round={round}
      width={WIDTH}
      front={null}
      label={roundSentence(round, model.target)}
    />
  );
}
