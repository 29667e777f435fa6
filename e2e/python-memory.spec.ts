/** The lesson's loop in Python, eagerly, on the device: what is held after many steps is what is held after few. */
import { expect, test } from "@playwright/test";
import { openLab } from "./attacks/support/lab";

/** 10,000 take a minute or two; one array lost a step would show in a tenth of these. */
const STEPS = Number(process.env.MEMORY_STEPS ?? 500);

/** The shapes are above tfjs's limit under which WebGL arrays stay on the CPU. */
const PROGRAM = `
import gc
import pyodide_js
import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from jax._src.binding import facade

x, y, lr = jnp.linspace(-1, 1, 6 * 32).reshape(6, 32), jnp.ones((6, 2)), 0.01
encoder = nnx.Linear(32, 64, rngs=nnx.Rngs(0))
n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
head = nn.Dense(2)
l = head.init(jax.random.PRNGKey(1), jnp.zeros(64))

def loss_fn(n, l):
    h = jax.nn.relu(x @ n["kernel"] + n["bias"])
    return jnp.mean((head.apply(l, h) - y) ** 2)

def train(steps):
    global n, l
    for _ in range(steps):
        loss, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
        n = jax.tree.map(lambda p, g: p - lr * g, n, gn)
        l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    return float(loss)

def memory():
    gc.collect()
    return [*map(int, facade.memory().split()), pyodide_js._module.HEAPU8.length, len(gc.get_objects())]

first = train(100)
few = memory()
last = train(STEPS)
print(last < first, *few, *memory())
`;

test("device memory and heap stay as they were over eager steps in Python", async ({ page }) => {
  test.setTimeout(600_000);
  await openLab(page);
  const played = await page.evaluate(
    (program) => {
      if (window.__lab === undefined) throw new Error("The page has no automation object.");
      return window.__lab.play(program);
    },
    {
      source: PROGRAM.replace("STEPS", String(STEPS)),
      language: "python" as const,
      backend: "webgl" as const,
      deadlineMs: 500_000,
    },
  );
  expect(played).toMatchObject({ ok: true, error: null });
  const [learned = "", ...numbers] = played.stdout.trim().split(" ");
  expect(learned).toBe("True");
  const [few, many] = [numbers.slice(0, 5), numbers.slice(5)].map((row) => row.map(Number));
  console.log(
    `arrays, tensors, bytes, heap, objects: ${few} after 100 steps, ${many} after ${STEPS} more`,
  );
  const [arrays = 0, tensors = 0, bytes = 0, heap = 0, objects = 0] = few ?? [];
  expect(tensors).toBeGreaterThan(0);
  expect(objects).toBeGreaterThan(0);
  expect(many?.slice(0, 4)).toEqual([arrays, tensors, bytes, heap]);
  expect(many?.[4]).toBeLessThan(objects + 100);
});
