import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import type { SeenCall } from "../lib/seen-call";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const SOLUTION = "src/lessons/mixed-train-step/solution.py";

function leavesOf({ names }: SeenCall, name: string): Record<string, readonly number[] | null> {
  const leaves = names.find((one) => one.name === name)?.leaves ?? [];
  return Object.fromEntries(leaves.map(({ path, values }) => [path, values]));
}

function expectNear(got: readonly number[] | null, expected: readonly number[]): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(got?.[i]).toBeCloseTo(value, 5));
}

describe("a look inside a run of Python", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule() });
  }, 180_000);

  type Inputs = Parameters<TestPython["lab"]["call"]>[0];

  function look(source: string, entry: string, inputs: Inputs): SeenCall[] {
    python.lab.startLook();
    expect(python.lab.load(source, `${entry}.py`, entry)).toBeNull();
    python.lab.call(inputs);
    return python.lab.takeSeen();
  }

  it("has the values of the names of the right answer, under the derivative too", () => {
    const source = readFileSync(SOLUTION, "utf8");
    const calls = look(source, "mixed_train_step", [
      [null, [0]],
      [[3], [0.5, -1, 2]],
      [[1], [1]],
      [null, [0.02]],
    ]);
    expect(calls.map(({ name, call }) => `${name} ${call}`)).toEqual([
      "mixed_train_step 1",
      "loss_fn 1",
      "sgd 1",
      "sgd 2",
      "sgd 3",
      "loss_fn 2",
    ]);
    const [step, loss] = calls;
    // JAX's numbers for this call.
    const hidden = [2.7964224815368652, 0, 0, 0.44040387868881226];
    expectNear(leavesOf(loss, "hidden")[""], hidden);
    expectNear(leavesOf(loss, "prediction")[""], [2.560856580734253]);
    expectNear(leavesOf(step, "before")[""], [2.4362733]);
    expectNear(leavesOf(step, "nnx_grads")["['bias']"], [2.5865693, 0, 0, 1.7282305]);
    expectNear(leavesOf(step, "linen_grads")["['params']['kernel']"], [8.729629, 0, 0, 1.3748146]);
    const line = loss.names.find(({ name }) => name === "hidden")?.line ?? 0;
    expect(source.split("\n")[line - 1]).toContain("hidden = ");
  });

  const PROGRAM = [
    "import jax, jax.numpy as jnp",
    "def f(x):",
    "    key, word, inner = jax.random.key(0), 'a', lambda v: v",
    "    @jax.jit",
    "    def staged(a):",
    "        b = a + 1",
    "        return b",
    "    c = staged(x)",
    "    d = c / 0",
    "    raise ValueError('no')",
    "    e = 1",
  ].join("\n");

  it("says what was not there to be seen: staged values, names that were not reached", () => {
    const calls = look(PROGRAM, "f", [[[1], [1]]]);
    expect(calls).toEqual([
      {
        name: "f",
        call: 1,
        names: [
          { name: "x", line: 2, leaves: [{ path: "", shape: [1], values: [1] }] },
          { name: "c", line: 8, leaves: [{ path: "", shape: [1], values: [2] }] },
          { name: "d", line: 9, leaves: [{ path: "", shape: [1], values: [Infinity] }] },
        ],
      },
      {
        name: "staged",
        call: 1,
        names: [
          { name: "a", line: 5, leaves: [{ path: "", shape: [1], values: null }] },
          { name: "b", line: 6, leaves: [{ path: "", shape: [1], values: null }] },
        ],
      },
    ]);
  });

  it("keeps nothing unless asked", () => {
    expect(python.lab.load(PROGRAM, "f.py", "f")).toBeNull();
    python.lab.call([[[1], [1]]]);
    expect(python.lab.takeSeen()).toEqual([]);
  });
});
