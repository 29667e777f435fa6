import type { Language } from "../protocol/backend";
import type { RunError } from "../protocol/verdict";

/** What the checker calls. What it returns, or what a promise from it resolves to, is the result. */
export type Entry = (...inputs: unknown[]) => unknown;

/** One language in which programs are written; everything else of the worker is the same for all. */
export interface LanguageRuntime {
  readonly language: Language;
  /** Called once, before the globals are taken away. */
  start(): Promise<void>;
  /**
   * Evaluates a program to its end. With a name, `give` gets the function of that name, or null. The
   * promise carries no value: a program may have put a `then` on `Object.prototype`.
   */
  load(
    source: string,
    entryName: string | null,
    give: (entry: Entry | null) => void,
  ): Promise<void>;
  /** Whatever a program threw, as text. Never throws. */
  describeError(thrown: unknown): RunError;
}
