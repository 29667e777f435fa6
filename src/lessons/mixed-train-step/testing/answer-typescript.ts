import { transform } from "sucrase";
import { arrayFrom, readResult } from "../../../jax/host";
import { modules } from "../../../jax/modules";
import type { CaseOutcome, GradeRequest } from "../../../protocol/run";
import { check } from "../check";

export type TypeScriptEntry = (...args: unknown[]) => unknown;
type Case = Pick<GradeRequest["cases"][number], "id" | "inputs">;

/** The exported entry of a program in TypeScript. Throws as the program does while it loads. */
export function loadTypeScript(source: string): TypeScriptEntry {
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const exported: Record<string, unknown> = {};
  const require = (name: string) => {
    const found = modules[name];
    if (!found) throw new Error(`the facade has no module ${name}`);
    return found;
  };
  const quiet = { log: () => {}, warn: () => {}, error: () => {} };
  new Function("require", "exports", "console", code)(require, exported, quiet);
  const entry = exported[check.entry];
  if (typeof entry !== "function") throw new Error(`the program exports no ${check.entry}`);
  return (...args) => Reflect.apply(entry, undefined, args);
}

/** What the entry answers in one case, as the worker reports it. */
export async function answerTypeScript(
  entry: TypeScriptEntry,
  { id, inputs }: Case,
): Promise<CaseOutcome> {
  try {
    const args = inputs.map(({ shape, data }) => (shape ? arrayFrom(shape, data) : data[0]));
    const { shape, values, problem } = readResult(await entry(...args));
    return { id, shape, values: values && [...values], problem, error: null };
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    const error = { type: name, message, line: null, explain: null };
    return { id, shape: null, values: null, problem: null, error };
  }
}
