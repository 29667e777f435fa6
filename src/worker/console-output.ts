import { LIMITS } from "../protocol/limits";
import type { ConsoleLine } from "../protocol/verdict";
import { ConsoleRing, type ConsoleBatch } from "./console-ring";

/** Batches that may leave before their time, so that a program's first lines are all kept. */
const EARLY_BATCHES = LIMITS.keptHeadLines / LIMITS.pendingLines;
const CALL_CHARACTERS = LIMITS.lineCharacters * LIMITS.pendingLines;

export type ConsoleOutput = {
  write(level: ConsoleLine["level"], text: string): void;
  flush(): void;
  /** Drops what waits and starts counting anew, for the next run. */
  reset(): void;
};

type Clock = { now(): number; setTimeout(callback: () => void, ms: number): unknown };

/** Sends lines at most ten times a second, also from inside a loop that never lets a timer run. */
export function createConsoleOutput(
  send: (batch: ConsoleBatch) => void,
  clock: Clock,
): ConsoleOutput {
  const ring = new ConsoleRing();
  let sentAt = -Infinity;
  let early = 0;
  let scheduled = false;

  const flush = () => {
    const batch = ring.take();
    if (batch === null) return;
    sentAt = clock.now();
    send(batch);
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    clock.setTimeout(() => {
      scheduled = false;
      flush();
    }, LIMITS.flushMs);
  };

  return {
    write(level, text) {
      for (const line of text.slice(0, CALL_CHARACTERS).split("\n")) {
        if (ring.isFull && early < EARLY_BATCHES) {
          early += 1;
          flush();
        }
        ring.push(level, line);
      }
      if (clock.now() - sentAt >= LIMITS.flushMs) flush();
      else schedule();
    },
    flush,
    reset() {
      ring.take();
      early = 0;
      sentAt = -Infinity;
    },
  };
}
