import { useMemo } from "react";
import { useStore } from "zustand";
import { CornerPlane } from "../figures/step-plane/CornerPlane";
import { lossText } from "../figures/step-plane/plane";
import { runSentence } from "../figures/step-plane/plane-sentence";
import { runPlace } from "../figures/step-plane/run-place";
import type { Lab, Lesson } from "../state/lab";
import { movedLosses } from "../state/moved-losses";
import { movesOfRun } from "../state/moves-of-run";
import "./solution-step.css";

export type SolutionStepProps = {
  lab: Lab;
  lesson: Lesson;
  /** The learner's text that is compared. */
  yours: string;
};

/** Where the solution's step ends in the lesson's first case, and where the learner's does if that very text has run. */
export function SolutionStep({ lab, lesson: { check }, yours }: SolutionStepProps) {
  const run = useStore(lab.store, (state) => state.lessons[check.slug].run);
  const losses = useMemo(() => {
    const [inputs] = check.visible;
    return inputs ? movedLosses(check, { inputs }) : null;
  }, [check]);
  const found = useMemo(
    () => (run.kind === "finished" && run.source === yours ? movesOfRun(run, check) : null),
    [run, check, yours],
  );
  if (!losses) return null;
  const { halves, at, stepSize } = losses;
  const solution = `In case 1 the solution moves both halves by one step: the loss goes from ${lossText(at(0, 0))} to ${lossText(at(1, 1))}.`;
  const told =
    runSentence(found, runPlace(found, halves, stepSize), halves) ??
    "Run your program to see where its step ends.";
  return (
    <figure className="solution-step">
      <CornerPlane {...losses} run={found} label={`${solution} ${told}`} />
      <figcaption>
        {solution} {told}
      </figcaption>
    </figure>
  );
}
