import { useEffect, useRef, useState } from "react";
import type { Runs } from "./runs";
import { RATES } from "./use-freeze-setting";
import type { FreezeSetting } from "./use-freeze-setting";
import { findWorseTogether } from "./worse-together";
import type { WorseTogether } from "./worse-together";

/** Short enough for a frame that has something else to do. */
const SLICE_MS = 4;

export type WorseSearch = "idle" | "searching" | "none";

/** Looks, between frames, for a learning rate where moving both halves ends above moving one. */
export function useWorseSearch(runs: Runs, onFound: (found: WorseTogether) => void) {
  const [state, setState] = useState<WorseSearch>("idle");
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const stop = () => {
    cancelAnimationFrame(frame.current);
    setState("idle");
  };
  const search = (setting: FreezeSetting) => {
    cancelAnimationFrame(frame.current);
    setState("searching");
    const rates = Array.from({ length: RATES.last + 1 }, (_, place) => RATES.valueAt(place));
    const walk = findWorseTogether(runs, setting, rates);
    const slice = () => {
      const until = performance.now() + SLICE_MS;
      do {
        const { done, value } = walk.next();
        if (!done) continue;
        setState(value ? "idle" : "none");
        if (value) onFound(value);
        return;
      } while (performance.now() < until);
      frame.current = requestAnimationFrame(slice);
    };
    slice();
  };
  return { state, search, stop };
}
