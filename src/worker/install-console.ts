import type { ConsoleLine } from "../protocol/verdict";
import type { ConsoleOutput } from "./console-output";

const LEVELS: Record<string, ConsoleLine["level"]> = {
  log: "log",
  info: "log",
  debug: "log",
  dir: "log",
  table: "log",
  trace: "log",
  warn: "warn",
  error: "error",
};

/** One call's values as text: strings as they are, everything else as the facade shows it. */
function joinValues(values: readonly unknown[], describe: (value: unknown) => string): string {
  return values.map((value) => (typeof value === "string" ? value : describe(value))).join(" ");
}

/**
 * Replaces the worker's console, and adds `print`: values become text here, in the worker, because only
 * text may cross to the page.
 */
export function installConsole(output: ConsoleOutput, describe: (value: unknown) => string): void {
  const writer =
    (level: ConsoleLine["level"]) =>
    (...values: unknown[]) =>
      output.write(level, joinValues(values, describe));
  const methods: Record<string, unknown> = Object.fromEntries(
    Object.entries(LEVELS).map(([name, level]) => [name, writer(level)]),
  );
  methods.assert = (condition: unknown, ...values: unknown[]) => {
    if (!condition) output.write("error", `Assertion failed: ${joinValues(values, describe)}`);
  };
  for (const name of ["group", "groupCollapsed"]) methods[name] = writer("log");
  for (const name of ["groupEnd", "time", "timeEnd", "timeLog", "count", "countReset", "clear"]) {
    methods[name] = () => {};
  }
  for (const [name, value] of [
    ["console", methods],
    ["print", writer("log")],
  ] as const) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
