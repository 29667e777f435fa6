import { LIMITS } from "../protocol/limits";
import type { RunError } from "../protocol/verdict";
import { ProgramError } from "./program-error";

/** Runs code that may call into the learner's getters; what they throw is no concern of the runtime. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function readText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Line of the innermost frame in the module at `address`, as V8, SpiderMonkey and JSC write stacks. */
export function lineInStack(stack: string, address: string): number | null {
  const at = stack.indexOf(`${address}:`);
  if (at < 0) return null;
  const line = Number.parseInt(stack.slice(at + address.length + 1), 10);
  return Number.isInteger(line) ? line : null;
}

/**
 * What was thrown, as short plain text with the learner's own line. Never throws, whatever was thrown:
 * null, a Proxy, an error whose message is a getter that throws. `address` is the learner's module.
 */
export function describeError(
  thrown: unknown,
  address: string | null,
  describe: (value: unknown) => string,
): RunError {
  const early = attempt(() => (thrown instanceof ProgramError ? thrown : null), null);
  if (early !== null) {
    const { type, message, line, explain } = early;
    return { type, message: cut(message, LIMITS.errorCharacters), line, explain };
  }
  if (!attempt(() => thrown instanceof Error, false)) {
    const shown = attempt(() => describe(thrown), "a value that cannot be shown");
    const message = cut(`The code threw ${shown} instead of an Error.`, LIMITS.errorCharacters);
    return { type: "Error", message, line: null, explain: null };
  }
  const field = (name: string) => attempt(() => readText(Reflect.get(Object(thrown), name)), null);
  const stack = field("stack") ?? "";
  return {
    type: cut(field("name") ?? "Error", LIMITS.errorTypeCharacters),
    message: cut(field("message") ?? "The error has no message.", LIMITS.errorCharacters),
    line: address === null ? null : lineInStack(stack, address),
    explain: attempt(() => explanation(Reflect.get(Object(thrown), "explain")), null),
  };
}

function explanation(value: unknown): string | null {
  const text = readText(value);
  return text !== null && text.length <= 80 ? text : null;
}
