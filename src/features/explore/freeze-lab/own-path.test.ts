/** Programs that define their own step, in both languages: repeated as the sandbox does it, against float64. */
import { transform } from "sucrase";
import { beforeAll, describe, expect, it } from "vitest";
import type { FreezeLabModel, OwnStepModel } from "../../../figure-models/freeze-lab-model";
import { arrayFrom, readResult, startBackend } from "../../../jax/host";
import { modules } from "../../../jax/modules";
import { FREEZE_TRAINING } from "../../../lessons/mixed-train-step/freeze-training";
import type { CaseOutcome } from "../../../protocol/run";
import { createFacadeModule } from "../../../python/facade-module";
import { startPython } from "../../../python/testing/start-python";
import type { TestPython } from "../../../python/testing/start-python";
import type { FunctionCall } from "../../../state/lab-actions";
import { ownPath, ownStepCall } from "./own-path";
import type { OwnPath } from "./own-path";

const OWN_STEP = ownStepOf(FREEZE_TRAINING);
const STEPS = 60;
const SETTING = { seed: 3, lr: 0.1, steps: STEPS };

function ownStepOf({ ownStep }: FreezeLabModel): OwnStepModel {
  if (!ownStep) throw new Error("the lesson repeats no step of a program's own");
  return ownStep;
}

/** Moves of each leaf, one after another, in units of lr · gradient: what the program of this name does. */
const MOVES: Record<string, readonly (readonly number[])[]> = {
  solution: [[1, 1, 1, 1]],
  "only-nnx-moved": [[1, 1, 0, 0]],
  ascent: [[-1, -1, -1, -1]],
  "lr-scaled": [[2, 2, 2, 2]],
  "sequential-update": [
    [0, 0, 1, 1],
    [1, 1, 0, 0],
  ],
};

/** What follows the gradients, by program and language. */
const BODIES: Record<string, { python: string; typescript: string }> = {
  solution: {
    python: "return move(nnx_params, g[0], lr), move(linen_params, g[1], lr)",
    typescript: "return [move(nnxParams, g[0], lr), move(linenParams, g[1], lr)];",
  },
  "only-nnx-moved": {
    python: "return move(nnx_params, g[0], lr), linen_params",
    typescript: "return [move(nnxParams, g[0], lr), linenParams];",
  },
  ascent: {
    python: "return move(nnx_params, g[0], -lr), move(linen_params, g[1], -lr)",
    typescript: "return [move(nnxParams, g[0], -lr), move(linenParams, g[1], -lr)];",
  },
  "lr-scaled": {
    python: "return move(nnx_params, g[0], 2 * lr), move(linen_params, g[1], 2 * lr)",
    typescript: "return [move(nnxParams, g[0], 2 * lr), move(linenParams, g[1], 2 * lr)];",
  },
  "sequential-update": {
    python:
      "linen_params = move(linen_params, g[1], lr); " +
      "return move(nnx_params, grads(nnx_params, linen_params)[0], lr), linen_params",
    typescript:
      "linenParams = move(linenParams, g[1], lr);" +
      "return [move(nnxParams, grads(nnxParams, linenParams)[0], lr), linenParams];",
  },
};

function pythonProgram(body: string): string {
  return `import jax
import jax.numpy as jnp
import flax.linen as nn

def move(tree, grads, lr):
    return jax.tree.map(lambda p, g: p - lr * g, tree, grads)

def update(nnx_params, linen_params, x, y, lr):
    def loss(nnx_params, linen_params):
        h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
        return jnp.mean((nn.Dense(features=1).apply(linen_params, h) - y) ** 2)
    grads = jax.grad(loss, argnums=(0, 1))
    g = grads(nnx_params, linen_params)
    ${body}
`;
}

function typescriptProgram(body: string): string {
  return `import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";

const move = (tree: any, grads: any, lr: number) =>
  jax.tree.map((p: any, g: any) => p.sub(g.mul(lr)), tree, grads);

function update(nnxParams: any, linenParams: any, x: any, y: any, lr: number) {
  const head = new nn.Dense({ features: 1 });
  const loss = (nnxParams: any, linenParams: any) => {
    const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
    return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
  };
  const grads = jax.grad(loss, { argnums: [0, 1] });
  const g = grads(nnxParams, linenParams);
  ${body}
}
`;
}

/** The losses before each step by the lesson's own arithmetic. */
function expectedLosses(moves: readonly (readonly number[])[]): number[] {
  const { start, step } = FREEZE_TRAINING;
  const parameters = start(SETTING.seed);
  return Array.from({ length: STEPS + 1 }, () => {
    const loss = step(parameters.slice(), [0, 0, 0, 0]);
    for (const factors of moves)
      step(
        parameters,
        factors.map((factor) => factor * SETTING.lr),
      );
    return loss;
  });
}

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

type Answer = Pick<CaseOutcome, "shape" | "values" | "problem">;

async function answerOf(call: FunctionCall): Promise<Answer> {
  return call.language === "python" ? inPython(call) : inTypescript(call);
}

function inPython({ source, entry, inputs }: FunctionCall): Answer {
  const failure = python.lab.load(source, "own.py", entry);
  if (failure) throw new Error(failure.message);
  const result = python.lab.call(inputs.map(({ shape, data }) => [shape, data]));
  if ("traceback" in result) throw new Error(result.message);
  const { shape, values, problem } = result;
  return { shape: shape && [...shape], values: values && [...values], problem };
}

async function inTypescript({ source, entry, inputs }: FunctionCall): Promise<Answer> {
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const exported: Record<string, unknown> = {};
  new Function("require", "exports", code)((name: string) => modules[name], exported);
  const repeat = exported[entry];
  if (typeof repeat !== "function") throw new Error(`the program exports no ${entry}`);
  const args = inputs.map(({ shape, data }) => (shape ? arrayFrom(shape, data) : data[0]));
  const { shape, values, problem } = readResult(await Reflect.apply(repeat, undefined, args));
  return { shape, values: values && [...values], problem };
}

async function pathOf(language: "python" | "typescript", source: string): Promise<OwnPath> {
  const call = ownStepCall(FREEZE_TRAINING, OWN_STEP, { language, source }, SETTING);
  const answer = { id: call.entry, error: null, ...(await answerOf(call)) };
  const outcome = { status: "done", cases: [answer], error: null } as const;
  return ownPath(FREEZE_TRAINING, OWN_STEP, outcome, SETTING.seed);
}

describe.each(Object.keys(BODIES))("a program's own step, %s", (name) => {
  const { python: inPy, typescript: inTs } = BODIES[name] ?? { python: "", typescript: "" };
  it.each([
    ["python", pythonProgram(inPy)],
    ["typescript", typescriptProgram(inTs)],
  ] as const)("goes its own way in %s", async (language, source) => {
    const path = await pathOf(language, source);
    if (path.kind !== "path") throw new Error(path.why);
    expect(path.steps).toBe(STEPS);
    for (const [at, loss] of expectedLosses(MOVES[name] ?? []).entries()) {
      // An ascent leaves every scale, and its rounding grows with it.
      if (!(loss < 10)) return;
      expect(Math.abs(path.run.lossAt(at) / loss - 1), `step ${at}`).toBeLessThan(1e-3);
    }
  });
});

it("tells a sequential update from the right one, which no fit of factors does", async () => {
  const path = await pathOf("python", pythonProgram(BODIES["sequential-update"]?.python ?? ""));
  if (path.kind !== "path") throw new Error(path.why);
  const right = expectedLosses(MOVES.solution ?? []);
  const apart = right.map((loss, at) => Math.abs(path.run.lossAt(at) / loss - 1));
  expect(Math.max(...apart)).toBeGreaterThan(0.005);
});

describe("an answer that is no way", () => {
  const failed = { type: "KeyError", message: "'kernel'", line: 7, explain: null };
  const nothing = { id: "a", shape: null, values: null, problem: "None", error: null };
  const read = (outcome: Parameters<typeof ownPath>[2]) =>
    ownPath(FREEZE_TRAINING, OWN_STEP, outcome, 3);

  it("says what happened", () => {
    expect(read({ status: "error", cases: [], error: failed })).toEqual({
      kind: "none",
      why: "update raised KeyError in line 7: 'kernel'",
    });
    expect(read({ status: "done", cases: [nothing], error: null })).toMatchObject({
      why: "update did not give back the two trees with all their leaves, but None.",
    });
    const short = { ...nothing, shape: [2, 5], values: new Array<number>(10).fill(0) };
    expect(read({ status: "done", cases: [short], error: null }).kind).toBe("none");
    expect(read({ status: "timeout", cases: [], error: null })).toMatchObject({
      why: "One call of update took longer than a run may.",
    });
  });

  it("stops where the program stopped, at the page's own loss of what it gave", () => {
    const start = FREEZE_TRAINING.start(3);
    const cut = { ...nothing, problem: null, shape: [1, start.length], values: [...start] };
    const path = read({ status: "done", cases: [cut], error: null });
    if (path.kind !== "path") throw new Error(path.why);
    expect(path.steps).toBe(1);
    expect(path.run.lossAt(300)).toBeCloseTo(FREEZE_TRAINING.step(start, [0, 0, 0, 0]), 12);
  });
});
