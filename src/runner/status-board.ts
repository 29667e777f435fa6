import type { RuntimeStatus } from "./runner";

/** The state of one language's runtime as the page sees it, with listeners. */
export class StatusBoard {
  readonly #what: string;
  #status: RuntimeStatus = { kind: "idle" };
  #listeners = new Set<() => void>();
  /** While a run goes on: what became of the spare meanwhile. */
  #meanwhile: RuntimeStatus | null = null;
  #running = false;

  /** `what` is loaded, as learners know it. */
  constructor(what = "the runtime") {
    this.#what = what;
  }

  get status(): RuntimeStatus {
    return this.#status;
  }

  set(status: RuntimeStatus): void {
    if (this.#running) this.#meanwhile = status;
    else this.#show(status);
  }

  /** A run has begun; until it is over nothing else is shown. */
  beginRun(status: Extract<RuntimeStatus, { kind: "running" }>): void {
    this.#running = true;
    this.#meanwhile = null;
    this.#show(status);
  }

  endRun(): void {
    this.#running = false;
    if (this.#meanwhile !== null) this.#show(this.#meanwhile);
    this.#meanwhile = null;
  }

  /** Loading begins; how much there is to load is not known yet. */
  loading(): void {
    this.set({ kind: "loading", what: this.#what, loadedBytes: 0, totalBytes: null });
  }

  /** Loading is told only while nothing better is known: late bytes do not undo "ready". */
  progress(loadedBytes: number, totalBytes: number): void {
    if ((this.#meanwhile ?? this.#status).kind !== "loading") return;
    this.set({ kind: "loading", what: this.#what, loadedBytes, totalBytes });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(status: RuntimeStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
