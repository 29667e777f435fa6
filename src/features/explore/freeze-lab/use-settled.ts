import { useEffect, useState } from "react";

const SETTLED_MS = 600;

/** A text once it has stood still for a moment, for those who hear it; while `busy` nothing new. */
export function useSettled(text: string, busy: boolean): string {
  const [settled, setSettled] = useState("");
  const [first] = useState(text);
  useEffect(() => {
    // What is there at first is read, not spoken.
    if (busy || text === first) return;
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text, busy, first]);
  return settled;
}
