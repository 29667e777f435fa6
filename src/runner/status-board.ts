import type { RuntimeStatus } from "./runner";

/** The runtime's state as the page sees it, with listeners. */
export class StatusBoard {
  #status: RuntimeStatus = { kind: "idle" };
  #listeners = new Set<() => void>();

  get status(): RuntimeStatus {
    return this.#status;
  }

  set(status: RuntimeStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }

  /** Loading is told only while nothing better is known: late bytes do not undo "ready". */
  progress(status: Extract<RuntimeStatus, { kind: "loading" }>): void {
    if (this.#status.kind === "loading") this.set(status);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
