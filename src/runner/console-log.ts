import { LIMITS } from "../protocol/limits";
import { withoutTraceback } from "../protocol/traceback";
import type { ConsoleLine } from "../protocol/verdict";

/** The console of one run on the page: its first lines, its last ones, and how many are missing between. */
export class ConsoleLog {
  #head: ConsoleLine[] = [];
  #tail: ConsoleLine[] = [];
  #omitted = 0;

  add(lines: readonly ConsoleLine[], omitted: number): void {
    // Lines that the worker dropped lie before those that it sent.
    if (omitted > 0) {
      this.#omitted += omitted + this.#tail.length;
      this.#tail = [];
    }
    for (const line of lines) {
      if (this.#omitted === 0 && this.#head.length < LIMITS.keptHeadLines) this.#head.push(line);
      else this.#pushTail(line);
    }
  }

  get lines(): readonly ConsoleLine[] {
    if (this.#omitted === 0) return [...this.#head, ...this.#tail];
    const gap: ConsoleLine = {
      level: "warn",
      text: `… ${this.#omitted.toLocaleString("en-US")} lines omitted`,
    };
    return [...this.#head, gap, ...this.#tail];
  }

  get lastLine(): string | null {
    return withoutTraceback([...this.#head, ...this.#tail]).printed.at(-1)?.text ?? null;
  }

  #pushTail(line: ConsoleLine): void {
    this.#tail.push(line);
    if (this.#tail.length <= LIMITS.keptTailLines) return;
    this.#tail.shift();
    this.#omitted += 1;
  }
}
