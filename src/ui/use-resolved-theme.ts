import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The theme that a choice comes to, following the system where that is the choice. */
export function useResolvedTheme(choice: "system" | "light" | "dark"): "light" | "dark" {
  const systemIsDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(DARK).matches,
    () => false,
  );
  if (choice !== "system") return choice;
  return systemIsDark ? "dark" : "light";
}
