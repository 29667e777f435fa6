import { useEffect, useState } from "react";
import type { Dispatch, SetStateAction } from "react";
import { linkedState } from "./figure-place";
import type { FigurePlace, LinkedState } from "./figure-place";

/**
 * A figure's state: at first, and whenever a link to the figure is followed, what the address says. `read` makes it of the
 * address's words, or of none; it takes nothing on trust.
 */
export function useLinkedState<S>(
  { id }: FigurePlace,
  read: (linked: LinkedState) => S,
): [S, Dispatch<SetStateAction<S>>] {
  const [state, setState] = useState(() => read(linkedState(window.location.hash, { id }) ?? {}));
  useEffect(() => {
    const follow = () => {
      const linked = linkedState(window.location.hash, { id });
      if (linked) setState(read(linked));
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [id, read]);
  return [state, setState];
}

/** The number that an address gives by this name, if it is one between the ends. */
export function linkedNumber(
  linked: LinkedState,
  name: string,
  { from, to, usual }: { from: number; to: number; usual: number },
): number {
  const value = Number(linked[name] ?? NaN);
  return value >= from && value <= to ? value : usual;
}
