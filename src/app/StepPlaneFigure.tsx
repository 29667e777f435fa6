import { useMemo } from "react";
import { useStore } from "zustand";
import { StepPlane } from "../figures/step-plane/StepPlane";
import type { FoundUpdate } from "../figures/step-plane/run-place";
import { findLesson } from "../state/find-lesson";
import { halvesOf } from "../state/halves-of";
import type { FigureViewProps } from "./figure-view-props";

/** The step plane with the moves of the learner's last run on it. */
export function StepPlaneFigure({ model, place, lab }: FigureViewProps<"step-plane">) {
  const run = useStore(lab.store, (state) => state.lessons[state.lesson].run);
  const slug = useStore(lab.store, (state) => state.lesson);
  const found = useMemo((): FoundUpdate => {
    if (run.kind !== "finished" || !run.verdict.fit) return null;
    const halves = halvesOf(findLesson(lab, slug).check);
    return {
      moves: run.verdict.fit.leaves.map(({ leaf, factor, unit }) => ({
        half: halves.get(leaf) ?? "",
        factor,
        unit,
      })),
    };
  }, [lab, run, slug]);
  return <StepPlane model={model} place={place} run={found} />;
}
