import type { ConsoleLine } from "./verdict";

/** What a program printed, apart from Python's traceback: the page shows the error by itself, once. */
export function withoutTraceback(lines: readonly ConsoleLine[]): {
  printed: readonly ConsoleLine[];
  /** null where there is none. */
  traceback: string | null;
} {
  const printed = lines.filter(({ level }) => level !== "traceback");
  if (printed.length === lines.length) return { printed: lines, traceback: null };
  const rest = lines.filter(({ level }) => level === "traceback").map(({ text }) => text);
  return { printed, traceback: rest.join("\n").trimEnd() };
}
