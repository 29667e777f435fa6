import { describe, expect, it } from "vitest";
import { camelCase, ENTRY_EXPORT, entryExport } from "./entry-export";

async function entryOf(program: string, name: string): Promise<unknown> {
  const text = program + entryExport(name);
  const module: Record<string, unknown> = await import(
    `data:text/javascript,${encodeURIComponent(text)}`
  );
  return module[ENTRY_EXPORT];
}

describe("entryExport", () => {
  it.each([
    "function train_step() { return 1; }",
    "export function train_step() { return 1; }",
    "const train_step = () => 1;",
    "export const trainStep = () => 1;",
    "export async function train_step() { return 1; }",
    "let trainStep; trainStep = () => 1 // a comment at the end",
  ])("finds the function in %s", async (program) => {
    expect(await entryOf(program, "train_step")).toBeTypeOf("function");
  });

  it("prefers the name as asked for", async () => {
    const program = "const train_step = () => 1; const trainStep = () => 2;";
    const entry = await entryOf(program, "train_step");
    expect(typeof entry === "function" && entry()).toBe(1);
  });

  it("gives undefined where there is none", async () => {
    expect(await entryOf("const other = 1;", "train_step")).toBeUndefined();
  });

  it("turns Python's spelling into JavaScript's", () => {
    expect(camelCase("mixed_train_step")).toBe("mixedTrainStep");
    expect(camelCase("step_2d")).toBe("step2d");
  });
});
