import { useMemo } from "react";
import { useStore } from "zustand";
import type { Lab } from "../../../state/lab";
import { lessonStanding } from "../../../state/lab-state";
import { standingNote } from "../../../state/standing";
import { treeDifference } from "./tree-difference";

/** How the trees of the last run differed, where it ended with an error that speaks of them. */
export function useLastDifference(lab: Lab) {
  const error = useStore(lab.store, (state) => {
    const { run } = state.lessons[state.lesson];
    return run.kind === "finished" ? run.verdict.error : null;
  });
  const note = useStore(lab.store, (state) => {
    const { run } = state.lessons[state.lesson];
    const standing = lessonStanding(state, state.lesson);
    if (run.kind !== "finished" || !standing) return null;
    return standingNote(standing, run.verdict.language, state.settings.language);
  });
  const difference = useMemo(() => error && treeDifference(error), [error]);
  return difference && { difference, note };
}
