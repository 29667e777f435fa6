import { useCallback, useRef, useState } from "react";
import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import type { FigurePlace, LinkedState } from "../../../figures/parts/figure-place";
import { linearScale, logScale } from "../../../figures/parts/slider-scale";
import { linkedNumber, useLinkedState } from "../../../figures/parts/use-linked-state";
import { MOST_STEPS } from "./runs";
import type { RunSetting } from "./runs";

export type FreezeSetting = RunSetting & { steps: number };

export const RATES = logScale(0.005, 1, 20);
export const STEPS = linearScale(10, MOST_STEPS, 10);
const MOST_SEED = 9999;

/** Changes that follow each other faster are one movement of a hand. */
const GESTURE_MS = 700;

/** What is trained, and the setting before the last movement of a slider. */
export function useFreezeSetting({ usual }: FreezeLabModel, place: FigurePlace) {
  const read = useCallback(
    (linked: LinkedState): FreezeSetting => ({
      seed: Math.round(linkedNumber(linked, "seed", { from: 0, to: MOST_SEED, usual: usual.seed })),
      lr: linkedNumber(linked, "lr", { from: 0.005, to: 1, usual: usual.lr }),
      steps: Math.round(
        linkedNumber(linked, "steps", { from: 10, to: MOST_STEPS, usual: usual.steps }),
      ),
    }),
    [usual],
  );
  const [setting, setSetting] = useLinkedState(place, read);
  const [ghost, setGhost] = useState<RunSetting | null>(null);
  const lastChange = useRef(-Infinity);
  const change = (to: Partial<FreezeSetting>) => {
    const now = performance.now();
    const { seed, lr } = setting;
    if (to.steps === undefined && now - lastChange.current > GESTURE_MS) setGhost({ seed, lr });
    lastChange.current = now;
    setSetting({ ...setting, ...to });
  };
  const shownGhost =
    ghost && (ghost.lr !== setting.lr || ghost.seed !== setting.seed) ? ghost : null;
  return {
    setting,
    ghost: shownGhost,
    change,
    newSeed: () => change({ seed: (setting.seed + 1) % (MOST_SEED + 1) }),
    dropGhost: () => setGhost(null),
  };
}
