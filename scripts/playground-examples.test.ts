/** The playground's examples, in both languages: they print and plot what real JAX prints and plots. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../src/features/playground/examples";
import { startBackend } from "../src/jax/host";
import { createFacadeModule } from "../src/python/facade-module";
import { sameOutput } from "../src/python/testing/same-output";
import { startPython, type TestPython } from "../src/python/testing/start-python";
import { expectSamePrint, run } from "./lib/printed-programs";

type Ran = { printed: string; plots: number[][] };
type Recording = { python: Record<string, Ran>; solved: Record<string, Ran> };

const root = path.resolve(import.meta.dirname, "..");
const FOLDER = path.join(root, "src/features/playground/examples");
const recording: Recording = JSON.parse(
  readFileSync(path.join(root, "golden/recordings/playground_examples.json"), "utf8"),
);
const read = (file: string) => readFileSync(path.join(FOLDER, file), "utf8");
const names = Object.keys(recording.python);

const SOLVED = {
  python: `def step(encoder_params, head_params, lr):
    grads = jax.grad(loss, argnums=(0, 1))(encoder_params, head_params)
    return jax.tree.map(lambda p, g: p - lr * g, (encoder_params, head_params), grads)


`,
  typescript: `function step(encoderTree: Encoder, headTree: Head, lr: number): [Encoder, Head] {
  const grads = jax.grad(loss, { argnums: [0, 1] })(encoderTree, headTree);
  return jax.tree.map((p, g) => p.sub(g.mul(lr)), [encoderTree, headTree], grads);
}

`,
};

function expectSamePlots(plots: readonly number[][], recorded: readonly number[][]): void {
  expect(plots.map(({ length }) => length)).toEqual(recorded.map(({ length }) => length));
  const flat = recorded.flat();
  for (const [i, value] of plots.flat().entries())
    expect(Math.abs(value - (flat[i] ?? NaN))).toBeLessThanOrEqual(1e-5);
}

beforeAll(async () => {
  await startBackend("cpu");
});

it("are listed, recorded and written in both languages, one for one", () => {
  const files = readdirSync(FOLDER).toSorted();
  expect(files).toEqual(names.flatMap((name) => [`${name}.py`, `${name}.ts`]).toSorted());
  expect(EXAMPLES.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
  expect(names.length).toBeGreaterThanOrEqual(8);
});

describe("in TypeScript", () => {
  it.each(names)("%s", (name) => {
    const { lines, plots, error } = run(read(`${name}.ts`));
    expect(error).toBeNull();
    expectSamePrint(lines.join("\n"), recording.python[name].printed);
    expectSamePlots(plots, recording.python[name].plots);
  });

  it("the exercise says so where it is solved", () => {
    const program = read("exercise.ts").replace(
      /function step\(.*?(?=\/\/ The check)/s,
      SOLVED.typescript,
    );
    const { lines, error } = run(program);
    expect(error).toBeNull();
    expectSamePrint(lines.join("\n"), recording.solved.exercise.printed);
  });
});

describe("in Python", () => {
  let python: TestPython;
  beforeAll(async () => {
    python = await startPython({ facade: createFacadeModule() });
  }, 120_000);

  it.each(names)("%s", (name) => {
    const before = python.plots.length;
    const { stdout, error } = python.run(read(`${name}.py`), `${name}.py`);
    expect(error).toBeNull();
    expect(sameOutput(stdout, recording.python[name].printed), stdout).toBe(true);
    const plots = python.plots.slice(before).map(({ values }) => [...values]);
    expectSamePlots(plots, recording.python[name].plots);
  });

  it("the exercise says so where it is solved", () => {
    const program = read("exercise.py").replace(/def step\(.*?(?=# The check)/s, SOLVED.python);
    const { stdout, error } = python.run(program, "exercise.py");
    expect(error).toBeNull();
    expect(sameOutput(stdout, recording.solved.exercise.printed), stdout).toBe(true);
  });
});
