import { LIMITS } from "../protocol/limits";
import type { ConsoleLine } from "../protocol/verdict";

export type ConsoleBatch = { lines: ConsoleLine[]; omitted: number };

/** The last lines of a console that have not been sent yet; older ones are dropped and counted. */
export class ConsoleRing {
  #lines: ConsoleLine[] = [];
  #omitted = 0;

  get isFull(): boolean {
    return this.#lines.length >= LIMITS.pendingLines;
  }

  push(level: ConsoleLine["level"], text: string): void {
    if (this.isFull) {
      this.#lines.shift();
      this.#omitted += 1;
    }
    this.#lines.push({ level, text: shorten(text) });
  }

  /** Everything that waits, or null; the ring is empty afterwards. */
  take(): ConsoleBatch | null {
    if (this.#lines.length === 0 && this.#omitted === 0) return null;
    const batch = { lines: this.#lines, omitted: this.#omitted };
    this.#lines = [];
    this.#omitted = 0;
    return batch;
  }
}

function shorten(text: string): string {
  return text.length <= LIMITS.lineCharacters ? text : `${text.slice(0, LIMITS.lineCharacters)}…`;
}
