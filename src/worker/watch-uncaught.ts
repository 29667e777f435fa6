import type { RunError } from "../protocol/verdict";
import type { ConsoleOutput } from "./console-output";

export type UncaughtWatch = { first(): RunError | null; reset(): void };

/**
 * Shows what no code of the program caught, and keeps the first of it. Rejections have to be listened for
 * here: they never reach the `error` event of the worker's other end.
 */
export function watchUncaught(
  output: ConsoleOutput,
  describeError: (thrown: unknown) => RunError,
): UncaughtWatch {
  let first: RunError | null = null;
  const note = (intro: string, thrown: unknown) => {
    const error = describeError(thrown);
    first ??= { ...error, message: `${intro}: ${error.message}` };
    output.write("error", `${intro}: ${error.type}: ${error.message}`);
  };
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    note("Promise rejected", event.reason);
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    note("Uncaught", event.error);
  });
  return {
    first: () => first,
    reset: () => {
      first = null;
    },
  };
}
