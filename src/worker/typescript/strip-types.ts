import { transform } from "sucrase";
import { ProgramError } from "../program-error";

function position(error: unknown): { line: number; column: number } | null {
  if (typeof error !== "object" || error === null || !("loc" in error)) return null;
  const { loc } = error;
  if (typeof loc !== "object" || loc === null || !("line" in loc) || !("column" in loc))
    return null;
  const { line, column } = loc;
  return typeof line === "number" && typeof column === "number" ? { line, column } : null;
}

/**
 * TypeScript to JavaScript, by leaving out the types: each line of the result is the same line of the
 * source, so that positions in errors are the learner's own.
 * @throws {ProgramError} where the text is not TypeScript.
 */
export function stripTypes(source: string): string {
  try {
    return transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      production: true,
    }).code;
  } catch (error) {
    const at = position(error);
    const text = error instanceof Error ? error.message : String(error);
    const plain = text.replace(/^Error transforming [^:]*: /, "").replace(/ \(\d+:\d+\)$/, "");
    const where = at === null ? "" : ` (line ${at.line}, column ${at.column})`;
    throw new ProgramError("SyntaxError", `${plain}${where}`, at?.line ?? null);
  }
}
