/**
 * What a program calls of the facade, in order, so that explanations can point at its lines. Off unless a run
 * asks for it, and short: a call in a hot loop costs one comparison.
 */

import { CALL_LOG_CAPS } from "../../lib/logged-call";
import type { LoggedCall } from "../../lib/logged-call";

let log: LoggedCall[] | null = null;
let lookups = 0;
let findLine: () => number | null = () => null;

/** Begins a new log; `find` gives the line that the program is in, and may be slow. */
export function startCallLog(find: () => number | null): void {
  log = [];
  lookups = 0;
  findLine = find;
}

/** Ends the log and gives what was in it; empty where none was begun. */
export function endCallLog(): readonly LoggedCall[] {
  const ended = log ?? [];
  log = null;
  return ended;
}

/** The line that the program is in while a log is kept and has room; null otherwise. */
export function programLine(): number | null {
  if (log === null || lookups >= CALL_LOG_CAPS.calls) return null;
  lookups += 1;
  return findLine();
}

/** Logs a call, by default at the line that the program is in. `about` is asked only while a log is kept. */
export function logCall(
  name: string,
  about: () => readonly unknown[],
  line: number | null = programLine(),
): void {
  if (log === null || log.length >= CALL_LOG_CAPS.calls) return;
  log.push({ name, about: words(about), line });
}

/** What a program handed in may be anything; a call that is about to raise is logged all the same. */
function words(about: () => readonly unknown[]): readonly string[] {
  try {
    return about()
      .slice(0, CALL_LOG_CAPS.words)
      .map((word) => String(word).slice(0, CALL_LOG_CAPS.characters));
  } catch {
    return [];
  }
}
