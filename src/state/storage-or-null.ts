/** A small storage of the browser; null where even asking for it is denied. */
export function storageOrNull(name: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
