import { useCallback, useState } from "react";

const SAME_AGAIN = "\u00a0";

/** One live region for the page. The same sentence twice is spoken twice. */
export function useAnnouncer(): { sentence: string; announce: (sentence: string) => void } {
  const [sentence, setSentence] = useState("");
  const announce = useCallback((next: string) => {
    setSentence((last) => (last === next ? next + SAME_AGAIN : next));
  }, []);
  return { sentence, announce };
}
