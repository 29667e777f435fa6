/** Every Python program of the lessons' texts, run by our packages and compared with what real JAX printed. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/jax/host";
import { lessonPitfalls, lessonSnippets } from "../src/lessons/testing/lesson-programs";
import { createFacadeModule } from "../src/python/facade-module";
import { sameOutput } from "../src/python/testing/same-output";
import { startPython, type TestPython } from "../src/python/testing/start-python";

const recording: {
  python: Record<string, string>;
  pitfalls: Record<string, string>;
  pitfall_errors: Record<string, string>;
} = JSON.parse(
  readFileSync(new URL("../golden/recordings/lesson_snippets.json", import.meta.url), "utf8"),
);
let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

function expectSame(printed: string, recorded: string | undefined): void {
  if (!sameOutput(printed, recorded ?? "")) expect(printed).toBe(recorded);
}

describe("the lessons' Python programs print what they print on JAX", () => {
  it.each(lessonSnippets("python"))("snippet $id", ({ id, source }) => {
    const { stdout, error } = python.run(source);
    expect(error).toBeNull();
    expectSame(stdout, recording.python[id]);
  });

  it.each(lessonPitfalls("python"))("pitfall $id", ({ id, source }) => {
    const { stdout, error } = python.run(source);
    expectSame(stdout, recording.pitfalls[id]);
    const ended = error && `${error.type}: ${error.message}`;
    expect(ended).toBe(recording.pitfall_errors[id] ?? null);
  });
});
