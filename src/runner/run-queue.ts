type Waiting = { begin: () => void; onAhead: (ahead: number) => void };

/** Lets runs through one at a time, in the order in which they were asked for. */
export class RunQueue {
  #taken = false;
  #waiting: Waiting[] = [];

  /** Nothing runs and nothing waits. */
  get isIdle(): boolean {
    return !this.#taken && this.#waiting.length === 0;
  }

  /**
   * Resolves with what ends the turn, once it has come. Until then `onAhead` is told how many come first,
   * whenever that changes. Rejects, and leaves the queue, where the signal is aborted meanwhile.
   */
  turn(signal: AbortSignal, onAhead: (ahead: number) => void): Promise<() => void> {
    signal.throwIfAborted();
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve(this.#ender());
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((other) => other !== mine);
        this.#tell();
        reject(new Error("The run was stopped."));
      };
      const mine: Waiting = {
        onAhead,
        begin: () => {
          signal.removeEventListener("abort", leave);
          resolve(this.#ender());
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.push(mine);
      onAhead(this.#waiting.length);
    });
  }

  /** Ends one turn, however often it is called, and begins the next. */
  #ender(): () => void {
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = this.#waiting.shift();
      this.#taken = next !== undefined;
      next?.begin();
      this.#tell();
    };
  }

  #tell(): void {
    this.#waiting.forEach(({ onAhead }, i) => onAhead(i + 1));
  }
}
