import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import { movingName } from "./freeze-words";
import type { OwnRun } from "./own-run";
import { MOVING, type Moving, type Run, type Runs, type RunSetting } from "./runs";

/** A curve of the chart. */
export type ShownRun = {
  key: Moving | "own";
  name: string;
  run: Run;
};

/** The four runs at a setting, and the learner's own where there is one. */
export function shownRuns(runs: Runs, setting: RunSetting, own: OwnRun | null): ShownRun[] {
  const { halves } = runs.model;
  const shown: ShownRun[] = MOVING.map((key) => ({
    key,
    name: movingName(key, halves),
    run: runs.moving(key, setting),
  }));
  if (own?.kind === "update")
    shown.push({ key: "own", name: "Yours", run: runs.of(setting, own.rates) });
  if (own?.kind === "path") shown.push({ key: "own", name: "Yours", run: own.run });
  return shown;
}

/** The run in which the halves that are not locked move. */
export function movingWith([first, second]: readonly [boolean, boolean]): Moving {
  if (first) return second ? "neither" : "second";
  return second ? "first" : "both";
}

/** Which halves are locked in a run. */
export function locksOf(moving: Moving): [first: boolean, second: boolean] {
  return [moving === "second" || moving === "neither", moving === "first" || moving === "neither"];
}

/** The halves of a run in words, for those who do not see the padlocks. */
export function locksText(moving: Moving, [first, second]: FreezeLabModel["halves"]): string {
  const locked = [first, second].filter((_, i) => locksOf(moving)[i]);
  return locked.length === 0
    ? "nothing frozen"
    : `${locked.map(({ name }) => name).join(" and ")} frozen`;
}
