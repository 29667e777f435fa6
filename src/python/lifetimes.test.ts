import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const PROGRAM = `
import jax
import jax.numpy as jnp

def loss(p, x, y):
    return jnp.mean((jnp.maximum(x @ p["w"], 0) @ p["v"] - y) ** 2)

p = {"w": jnp.ones((3, 4)), "v": jnp.ones(4)}
x, y = jnp.ones((8, 3)), jnp.zeros(8)
step = lambda p: jax.tree.map(lambda a, g: a - 0.01 * g, p, jax.grad(loss)(p, x, y))
for _ in range(STEPS):
    p = step(p)
f, pull = jax.vjp(lambda a: (a * a).sum(), x)
x = None
assert pull(1.0)[0].sum() == 48.0
`;

const TOO_MUCH = `
import jax.numpy as jnp

base = jnp.arange(2**22, dtype=jnp.float32)
kept = []
try:
    for i in range(8):
        kept.append(base + i)
except MemoryError as e:
    print(len(kept), type(e).__name__, e)
kept = None
for i in range(6):
    x = base + i
print(x.size)
`;

describe("Python arrays", () => {
  let python: TestPython;
  const facade = createFacadeModule();
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade });
  }, 120_000);

  function memoryAfter(steps: number): number[] {
    const { error } = python.run(PROGRAM.replace("STEPS", String(steps)));
    expect(error).toBeNull();
    // A program's own names end with its module, which is part of a cycle.
    python.run("import gc\ngc.collect()");
    return facade.memory().split(" ").map(Number);
  }

  it("end with their last reference: many steps hold no more than few", () => {
    memoryAfter(5);
    const few = memoryAfter(10);
    expect(few[0]).toBeGreaterThan(0);
    expect(memoryAfter(200)).toEqual(few);
  });

  it("may hold 2^24 elements at a time, and no more", () => {
    const { stdout, error } = python.run(TOO_MUCH);
    expect(error).toBeNull();
    expect(stdout).toMatch(
      /^[23] MemoryError The arrays of this program would hold [\d,]+ elements at a time; at most 16,777,216 \(2\^24\) are allowed\. .*\n4194304\n$/,
    );
  });
});
