/** Every Python program of the lesson's text, run by our packages and compared with what real JAX printed. */
import { readFileSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { sameOutput } from "./testing/same-output";
import { startPython, type TestPython } from "./testing/start-python";

const LESSON = new URL("../lessons/mixed-train-step/", import.meta.url);
const text = readFileSync(new URL("lesson.mdx", LESSON), "utf8");
const recording: {
  python: Record<string, string>;
  pitfalls: Record<string, string>;
  pitfall_errors: Record<string, string>;
} = JSON.parse(
  readFileSync(new URL("../../golden/recordings/lesson_snippets.json", import.meta.url), "utf8"),
);
const snippets = [...text.matchAll(/<Snippet id="([\w-]+)">(.*?)<\/Snippet>/gs)].map(
  ([, id = "", body = ""]) => ({
    id,
    source: [...body.matchAll(/```python[^\n]*\n(.*?)```/gs)].map(([, code]) => code).join("\n"),
  }),
);
const pitfalls = readdirSync(new URL("pitfalls", LESSON))
  .filter((name) => name.endsWith(".py"))
  .map((name) => ({
    id: name.replace(".py", ""),
    source: readFileSync(new URL(`pitfalls/${name}`, LESSON), "utf8"),
  }));

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

function expectSame(printed: string, recorded: string | undefined): void {
  if (!sameOutput(printed, recorded ?? "")) expect(printed).toBe(recorded);
}

describe("the lesson's Python programs print what they print on JAX", () => {
  it.each(snippets)("snippet $id", ({ id, source }) => {
    const { stdout, error } = python.run(source);
    expect(error).toBeNull();
    expectSame(stdout, recording.python[id]);
  });

  it.each(pitfalls)("pitfall $id", ({ id, source }) => {
    const { stdout, error } = python.run(source);
    expectSame(stdout, recording.pitfalls[id]);
    const ended = error && `${error.type}: ${error.message}`;
    expect(ended).toBe(recording.pitfall_errors[id] ?? null);
  });
});

describe("plot", () => {
  it("takes arrays and lists, with a label or without", () => {
    const { error } = python.run(
      "import jax.numpy as jnp\nplot([3, 2.5, 1])\nplot(jnp.arange(3) ** 2, 'squares')\nplot([jnp.float32(0.5)])",
    );
    expect(error).toBeNull();
    expect(python.plots).toEqual([
      { label: "", values: [3, 2.5, 1] },
      { label: "squares", values: [0, 1, 4] },
      { label: "", values: [0.5] },
    ]);
  });
});
