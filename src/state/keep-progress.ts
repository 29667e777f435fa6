import type { StoreApi } from "zustand/vanilla";
import type { LabState } from "./lab-state";
import { readProgress, writeProgress } from "./progress";

/** Puts the kept progress into the state, and keeps each change of it from now on. */
export function keepProgress(
  { getState, setState, subscribe }: StoreApi<LabState>,
  storage: Storage | null,
) {
  const kept = readProgress(storage);
  const { lessons } = getState();
  setState({
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([slug, lesson]) => [slug, { ...lesson, ...kept[slug] }]),
    ),
  });
  subscribe((now, before) => {
    if (now.lessons === before.lessons) return;
    const changed = Object.entries(now.lessons).some(
      ([slug, { passed, hintsShown, stepsSeen }]) => {
        const last = before.lessons[slug];
        return (
          passed !== last.passed || hintsShown !== last.hintsShown || stepsSeen !== last.stepsSeen
        );
      },
    );
    if (changed) writeProgress(storage, now.lessons);
  });
}
