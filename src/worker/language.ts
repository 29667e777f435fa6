import type { LoggedCall } from "../lib/logged-call";
import type { SeenCall } from "../lib/seen-call";
import type { Language } from "../protocol/backend";
import type { RunInput } from "../protocol/run";
import type { RunError } from "../protocol/verdict";
import type { PythonParts } from "../protocol/wire";
import type { ConsoleOutput } from "./console-output";

/** What the checker calls. What it returns, or what a promise from it resolves to, is the result. */
export type Entry = (...inputs: unknown[]) => unknown;

/** Float32 numbers with their shape, or what was there instead. */
export type ReadResult =
  | { shape: number[]; values: ArrayLike<number>; problem: null }
  | { shape: null; values: null; problem: string };

/** What a language has of the worker. */
export type RuntimeHost = {
  readonly output: ConsoleOutput;
  /** What Python starts from; null for other languages. */
  readonly python: PythonParts | null;
  /** What the worker's second script exports, once it has come; each language knows its own. */
  readonly second: Promise<unknown>;
  /** Hands a series of numbers to the page. @throws where it is too long or one too many. */
  plot(values: ArrayLike<number>, label: string): void;
  /** The program has ended the runtime. */
  ended(): void;
};

/** One language in which programs are written; everything else of the worker is the same for all. */
export interface LanguageRuntime {
  readonly language: Language;
  /** Called once, before the globals are taken away. */
  start(host: RuntimeHost): Promise<void>;
  /**
   * Evaluates a program to its end. With a name, `give` gets the function of that name, or null. The
   * promise carries no value: a program may have put a `then` on `Object.prototype`.
   */
  load(
    source: string,
    entryName: string | null,
    give: (entry: Entry | null) => void,
  ): Promise<void>;
  /** Ends the log of what the program called, which `load` began for a named function; later ones are empty. */
  takeCalls(): readonly LoggedCall[];
  /** Begins to keep what names hold; called before `load`. */
  startLook(): void;
  /** Ends that, and gives what was kept. */
  takeSeen(): readonly SeenCall[];
  /** One argument of the entry. */
  toArgument(input: RunInput): unknown;
  /** Reads what the entry gave. Never throws. */
  readResult(value: unknown): ReadResult;
  /** Whatever a program threw, as text. Never throws. */
  describeError(thrown: unknown): RunError;
}
