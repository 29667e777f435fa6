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

const CUSTOM_RULES = `
import jax
import jax.numpy as jnp

@jax.custom_vjp
def clipped(x):
    return jnp.clip(x, -1, 1)

clipped.defvjp(lambda x: (clipped(x), x), lambda x, ct: (ct * (abs(x) < 2),))

@jax.custom_jvp
def bent(x):
    return jnp.sin(x)

bent.defjvp(lambda primals, tangents: (bent(primals[0]), 3 * tangents[0]))

x = jnp.arange(3.0)
for i in range(STEPS):
    y = bent(clipped(x * 2))
    g = jax.grad(lambda x: bent(clipped(x)).sum())(x)
    h = jax.vmap(jax.grad(lambda x: clipped(x) * 2))(x)
    f, pull = jax.vjp(lambda x: bent(clipped(x)), x)
    jax.jit(lambda x: jax.debug.callback(lambda y: None, clipped(x)))(x)
print(g, h, pull(jnp.ones(3))[0])
# Its rules are functions of this program, whose names hold it: no collector sees such a circle through JavaScript.
f = pull = None
`;

/** Rules that are called long after the call in which the function was: by what was staged or linearized there. */
const LATE_RULES = `
import gc
import jax
import jax.numpy as jnp

@jax.custom_vjp
def five(x):
    return x * 1

five.defvjp(lambda x: (x * 1, None), lambda _, ct: (5 * ct,))

# The staged function inside is gone when the one around it is differentiated.
around = jax.jit(lambda x: jax.jit(lambda x: five(x) * 2)(x) + 1)
print(around(1.0))
f, pull = jax.vjp(lambda x: jax.jit(lambda x: five(x) * 3)(x), 1.0)
line, moved = jax.linearize(lambda x: x * 2, 1.0)
gc.collect()
for _ in range(3):
    jax.grad(five)(1.0)
print(jax.grad(around)(3.0), pull(1.0)[0], moved(1.0))
later = jax.jit(lambda x: around(x) + pull(x)[0])
print(later(1.0))
around = pull = None
gc.collect()
for _ in range(3):
    jax.grad(five)(1.0)
print(jax.grad(later)(1.0))
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
x = None
try:
    for i in range(40):
        kept = (kept, jnp.ones(2**20))
except MemoryError as e:
    print(i, type(e).__name__)
kept = None
`;

describe("Python arrays", () => {
  let python: TestPython;
  const facade = createFacadeModule();
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade });
  }, 120_000);

  function memoryAfter(steps: number, program = PROGRAM): number[] {
    const { error } = python.run(program.replace("STEPS", String(steps)));
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

  it("end with the calls of custom rules that read them", () => {
    memoryAfter(2, CUSTOM_RULES);
    const few = memoryAfter(3, CUSTOM_RULES);
    expect(memoryAfter(40, CUSTOM_RULES)).toEqual(few);
  });

  it("and their rules stay for as long as something staged or linearized can call them", () => {
    const { stdout, error } = python.run(LATE_RULES);
    expect(error).toBeNull();
    expect(stdout).toBe("3.0\n10.0 15.0 2.0\n18.0\n25.0\n");
  });

  it("may hold 2^24 elements at a time, and no more", () => {
    const { stdout, error } = python.run(TOO_MUCH);
    expect(error).toBeNull();
    expect(stdout).toMatch(
      /^[23] MemoryError The arrays of this program would hold [\d,]+ elements at a time; at most 16,777,216 \(2\^24\) are allowed\. .*\n4194304\n1[12] MemoryError\n$/,
    );
  });
});
