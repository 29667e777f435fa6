/** Programs that print here what they print on real JAX: golden/programs, recorded by golden/recorders/record_programs.py. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { sameOutput } from "./testing/same-output";
import { startPython, type TestPython } from "./testing/start-python";

const FOLDER = path.resolve(import.meta.dirname, "../../golden/programs");
const PACKAGES = path.resolve(import.meta.dirname, "packages");

function read(name: string): string {
  return readFileSync(path.join(FOLDER, name), "utf8");
}

/** Programs whose imports are all among our packages. */
function programs(): string[] {
  const missing = ["flax", "optax"].filter((name) => !existsSync(path.join(PACKAGES, name)));
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".py"))
    .filter(
      (name) =>
        !missing.some(
          (one) => read(name).includes(`import ${one}`) || read(name).includes(`from ${one}`),
        ),
    )
    .map((name) => name.slice(0, -3));
}

describe("Python programs print what they print on JAX", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule() });
  }, 120_000);

  it.each(programs())("%s", (name) => {
    const { stdout, error } = python.run(read(`${name}.py`), `${name}.py`);
    const recorded = read(`${name}.out`);
    // Programs of digits, not of rounding: text for text.
    if (name.startsWith("exact_")) expect(stdout + (error?.traceback ?? "")).toBe(recorded);
    if (error !== null || !sameOutput(stdout, recorded))
      expect(`${stdout}${error?.traceback ?? ""}`).toBe(recorded);
    expect(sameOutput(stdout, recorded)).toBe(true);
  });
});
