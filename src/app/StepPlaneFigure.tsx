import { useMemo } from "react";
import { useStore } from "zustand";
import { StepPlane } from "../figures/step-plane/StepPlane";
import { findLesson } from "../state/find-lesson";
import { movesOfRun } from "../state/moves-of-run";
import type { FigureViewProps } from "./figure-view-props";

/** The step plane with the moves of the learner's last run on it. */
export function StepPlaneFigure({ model, place, lab }: FigureViewProps<"step-plane">) {
  const run = useStore(lab.store, (state) => state.lessons[state.lesson].run);
  const slug = useStore(lab.store, (state) => state.lesson);
  const found = useMemo(() => movesOfRun(run, findLesson(lab, slug).check), [lab, run, slug]);
  return <StepPlane model={model} place={place} run={found} />;
}
