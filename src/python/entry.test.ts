import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

describe("a function that is called once per case", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule() });
  }, 180_000);

  /** What `def f(seed, x)` with this body gives. */
  function resultOf(body: string) {
    const source = `import jax, jax.numpy as jnp\ndef f(seed, x):\n    ${body}\n`;
    expect(python.lab.load(source, "f.py", "f")).toBeNull();
    expect(python.lab.hasEntry()).toBe(true);
    return python.lab.call([
      [null, [3]],
      [
        [2, 1],
        [0.5, -1.25],
      ],
    ]);
  }
  const numbers = (shape: number[], values: number[]) => ({
    problem: null,
    shape,
    values: Float32Array.from(values),
  });

  it.each([
    ["an array", "return x * 2", numbers([2, 1], [1, -2.5])],
    ["a list of 0-d arrays", "return [x[0, 0], x[1, 0]]", numbers([2], [0.5, -1.25])],
    ["a tuple of floats", "return seed, seed + 0.1", numbers([2], [3, 3.1])],
    ["a number", "return 7", numbers([], [7])],
    ["integers", "return jnp.arange(3)", numbers([3], [0, 1, 2])],
    ["nested lists", "return [[1, 2], [3, 4]]", numbers([2, 2], [1, 2, 3, 4])],
    ["numbers too large for float32", "return [1e39, float('nan')]", numbers([2], [Infinity, NaN])],
  ])("gives %s", (_, body, expected) => {
    expect(resultOf(body)).toEqual(expected);
  });

  it.each([
    ["return None", "None"],
    ["return 'ab'", "a string"],
    ["return {'a': 1}", "a dict"],
    ["return True", "a bool"],
    ["return ['a', 'b']", "a list of 2 items, each a string"],
    ["return [1, [2]]", "a list of 2 items that are not all numbers of one shape"],
    ["return jax.random.key(0)", "an array of random keys"],
    ["return lambda: 1", "a function"],
  ])("says what %s is", (body, problem) => {
    expect(resultOf(body)).toMatchObject({ problem, values: null });
  });

  it("gets numbers as floats and arrays as float32", () => {
    const body = "return [isinstance(seed, float) * 1, (x.dtype == jnp.float32) * 1, x.ndim]";
    expect(resultOf(body)).toEqual(numbers([3], [1, 1, 2]));
  });

  it("names the learner's line of an error", () => {
    expect(resultOf("return (\n        x @ x)")).toMatchObject({ type: "TypeError", line: 4 });
  });

  it("logs what the program calls, at the program's own lines", () => {
    const source = [
      "import jax, jax.numpy as jnp",
      "import flax.linen as nn",
      "from flax import nnx",
      "def f(seed, x):",
      "    layer = nnx.Linear(2, 3, rngs=nnx.Rngs(5))",
      "    head = nn.Dense(1)",
      "    tree = {'kernel': layer.kernel[...], 'bias': layer.bias[...]}",
      "    params = head.init(jax.random.PRNGKey(6), jnp.zeros(3))",
      "    def loss(a, b):",
      "        return head.apply(b, x[:, 0] @ a['kernel'] + a['bias']).sum()",
      "    backward = jax.value_and_grad(",
      "        loss, argnums=(0, 1))",
      "    _, (grads, _) = backward(tree, params)",
      "    jax.tree.map(lambda p, g: p - g, tree, grads)",
      "    nnx.grad(lambda m: m(jnp.ones(2)).sum())(layer)",
      "    jax.vjp(lambda a, b: a * b, 1.0, 2.0)",
      "    for i in range(100): jax.random.PRNGKey(i)",
      "    return [1.0, 2.0]",
    ].join("\n");
    expect(python.lab.load(source, "f.py", "f")).toBeNull();
    const inputs = [
      [null, [3]] as const,
      [
        [2, 1],
        [0.5, -1.25],
      ] as const,
    ];
    expect(python.lab.call(inputs)).toMatchObject({ problem: null });
    const calls = python.lab.takeCalls();
    const seen = calls.map(({ name, about, line }) => `${line} ${[name, ...about].join(" ")}`);
    expect(seen.slice(0, 11)).toEqual([
      "5 nnx.Rngs 5",
      "5 nnx.Linear 2 3",
      "8 PRNGKey 6",
      "8 init Dense",
      "11 value_and_grad 0 1",
      "10 apply Dense",
      "14 tree.map 2 ['bias'] ['kernel']",
      "15 grad 0",
      "15 nnx.call Linear",
      "16 vjp 0 1",
      "17 PRNGKey 0",
    ]);
    expect(calls).toHaveLength(48);
    python.lab.call(inputs);
    expect(python.lab.takeCalls()).toEqual([]);
  });

  it("is missed where there is none, and its module is not the main one", () => {
    expect(python.lab.load("if __name__ == '__main__': 1 / 0\ng = 1", "f.py", "g")).toBeNull();
    expect(python.lab.hasEntry()).toBe(false);
  });
});
