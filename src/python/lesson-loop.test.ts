/** The lesson's training loop in Python, ten thousand eager steps long: nothing grows. */
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const PROGRAM = `
import gc
import pyodide_js
import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

x, y, lr = jnp.array([0.5, -1.0, 2.0]), jnp.array([1.0]), 0.001
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
head = nn.Dense(1)
l = head.init(jax.random.PRNGKey(1), jnp.zeros(4))

def loss_fn(n, l):
    h = jax.nn.relu(x @ n["kernel"] + n["bias"])
    return jnp.mean((head.apply(l, h) - y) ** 2)

def train(steps):
    global n, l
    for _ in range(steps):
        loss, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
        n = jax.tree.map(lambda p, g: p - lr * g, n, gn)
        l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    return loss

def memory():
    gc.collect()
    return len(gc.get_objects()), pyodide_js._module.HEAPU8.length

first = train(100)
objects, heap = memory()
last = train(STEPS)
more_objects, more_heap = memory()
print(bool(last < first), 0 < more_objects < objects + 100, more_heap == heap)
`;

let python: TestPython;
const facade = createFacadeModule();
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade });
}, 120_000);

it("holds as many arrays, and as much memory, after 10,000 steps as after 100", () => {
  const arraysAfter = (steps: number) => {
    const { stdout, error } = python.run(PROGRAM.replace("STEPS", String(steps)));
    expect(error).toBeNull();
    expect(stdout).toBe("True True True\n");
    return facade.memory();
  };
  const few = arraysAfter(100);
  expect(arraysAfter(10_000)).toBe(few);
}, 300_000);
