import { BACKENDS, type Backend } from "../protocol/backend";

/** Chromium blocks WebGL for about two minutes after two losses; asking sooner only loses again. */
const RETRY_AFTER_MS = 150_000;

/** Safari's workers signal no WebGL fences, so reading results back never ends there. */
export function isSafari(vendor: string): boolean {
  return vendor.startsWith("Apple");
}

/** Which backends are worth trying now, from what happened so far in this page. */
export class BackendPlan {
  /** What works in this browser, in the order to try where nothing was chosen. */
  readonly usable: readonly Backend[];
  #order: readonly Backend[];
  readonly #now: () => number;
  #blocked = new Map<Backend, { until: number; note: string }>();
  #losses: number[] = [];

  constructor(now: () => number, safari: boolean) {
    this.usable = safari ? BACKENDS.filter((backend) => backend !== "webgl") : BACKENDS;
    this.#order = this.usable;
    this.#now = now;
  }

  /** A choice comes first, the others stay for where it does not start; null is no choice. */
  prefer(backend: Backend | null): void {
    const others = this.usable.filter((other) => other !== backend);
    this.#order =
      others.length < this.usable.length && backend ? [backend, ...others] : this.usable;
  }

  /** In the order to try; only `fixed` where one is asked for. */
  candidates(fixed: Backend | null): readonly Backend[] {
    if (fixed !== null) return [fixed];
    const open = this.#order.filter((backend) => !this.#isBlocked(backend));
    return open.length > 0 ? open : ["cpu"];
  }

  /** A backend did not start. */
  failed(backend: Backend, reason: string): void {
    this.#block(backend, `${backend} could not be started (${reason}).`);
  }

  /** The GPU context was lost; the second time within the retry period WebGL is left alone. */
  lost(): void {
    const now = this.#now();
    this.#losses = [...this.#losses.filter((at) => now - at < RETRY_AFTER_MS), now];
    if (this.#losses.length >= 2) this.#block("webgl", "The GPU context was lost twice.");
  }

  /** Why this backend is used and not a faster one; null where it is the first choice. */
  note(backend: Backend): string | null {
    const reasons = this.#order
      .slice(0, this.#order.indexOf(backend))
      .flatMap((faster) =>
        this.#isBlocked(faster) ? [this.#blocked.get(faster)?.note ?? ""] : [],
      );
    return reasons.length === 0 ? null : `${reasons.join(" ")} Runs use ${backend} for now.`;
  }

  #block(backend: Backend, note: string): void {
    this.#blocked.set(backend, { until: this.#now() + RETRY_AFTER_MS, note });
  }

  #isBlocked(backend: Backend): boolean {
    return (this.#blocked.get(backend)?.until ?? 0) > this.#now();
  }
}
