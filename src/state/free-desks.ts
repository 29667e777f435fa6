import type { StoreApi } from "zustand/vanilla";
import type { LabState, Starters } from "./lab-state";
import type { OfferedProgram } from "./offers";

/** Tells whether a desk holds nothing of the learner's own: its starter, or a program that was taken and left as it came. */
export function createFreeDesks(
  { getState }: Pick<StoreApi<LabState>, "getState">,
  starters: Starters,
) {
  const taken = new Map<string, string>();
  return {
    isFree({ desk, language }: OfferedProgram): boolean {
      const { key, source } = getState().drafts[desk][language];
      return source === starters[desk][language] || source === taken.get(key);
    },
    remember({ desk, language, source }: OfferedProgram): void {
      taken.set(getState().drafts[desk][language].key, source);
    },
  };
}
