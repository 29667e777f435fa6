import { useEffect } from "react";

export type Spoken = {
  /** Tells one event from the next; the same event is spoken once, however often it is drawn. */
  event: string | number;
  sentence: string;
  /** It may be over at once: it is spoken only if it lasts. */
  passing?: boolean;
};

/** After this long, those who listen want to know why nothing is said. */
const LASTS_MS = 400;

/** Speaks one sentence for each event. */
export function useSpoken(
  { event, sentence, passing = false }: Spoken,
  announce: (sentence: string) => void,
): void {
  useEffect(() => {
    if (sentence === "") return;
    if (!passing) {
      announce(sentence);
      return;
    }
    const timer = setTimeout(() => announce(sentence), LASTS_MS);
    return () => clearTimeout(timer);
  }, [event, sentence, passing, announce]);
}
