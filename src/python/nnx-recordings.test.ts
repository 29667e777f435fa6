/** flax.nnx in Python against golden/nnx.json and golden/bridge.json, recorded on real Flax. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const GOLDEN = path.resolve(import.meta.dirname, "../../golden");

/** Python that reads the cases of a recording and compares arrays with them. */
function reading(file: string): string {
  return `
import json
from jax import nn, random
from flax import nnx
import jax.numpy as jnp

cases = json.loads(${JSON.stringify(readFileSync(path.join(GOLDEN, file), "utf8"))})["cases"]
drawn, unequal, wrong = 0, 0, []

def flat(x):
    return jnp.asarray(x).reshape(-1).tolist()

def exact(name, case, x):
    """Drawn weights: equal but for 3 units in the last place on a few."""
    global drawn, unequal
    for got, want in zip(flat(x), case[name]["data"], strict=True):
        drawn += 1
        unequal += got != want
        if abs(got - want) > 3 * 2**-23 * abs(want):
            wrong.append(f"{name} of seed {case['seed']}: {got} for {want}")

def close(name, case, x):
    for got, want in zip(flat(x), case[name]["data"], strict=True):
        if abs(got - want) > 1e-6 + 1e-5 * abs(want):
            wrong.append(f"{name} of seed {case['seed']}: {got} for {want}")
`;
}

const LAYERS = `
for case in cases:
    i, h, o = case["in"], case["hidden"], case["out"]
    rngs = nnx.Rngs(case["seed"])
    a, b = nnx.Linear(i, h, rngs=rngs), nnx.Linear(h, o, rngs=rngs)
    c = nnx.Linear(i, o, use_bias=False, rngs=rngs)
    x = random.normal(random.PRNGKey(case["seed"] + 100), (i,))
    exact("x", case, x)
    exact("linear0.kernel", case, a.kernel[...])
    exact("linear0.bias", case, a.bias[...])
    exact("linear1.kernel", case, b.kernel[...])
    exact("linear2_nobias.kernel", case, c.kernel[...])
    close("linear0(x)", case, a(x))
    close("linear1(relu(linear0(x)))", case, b(nn.relu(a(x))))
    key = nnx.Rngs(case["seed"], params=case["seed"] + 1).params()
    exact("named streams: Rngs(seed, params=seed+1).params()", case, random.key_data(key))
    exact("Embed(5, in).embedding", case, nnx.Embed(5, i, rngs=nnx.Rngs(case["seed"])).embedding[...])
print(drawn > 2000, unequal <= 0.01 * drawn, wrong)
`;

const BRIDGE = `
import flax.linen as linen
from flax.nnx import bridge

for case in cases:
    x = random.normal(random.PRNGKey(case["seed"] + 50), (2, 3))
    exact("x", case, x)
    m = bridge.ToNNX(linen.Dense(4), rngs=nnx.Rngs(case["seed"])).lazy_init(x)
    exact("ToNNX(Dense(4)).kernel", case, m.kernel[...])
    close("ToNNX(x)", case, m(x))
    t = bridge.to_linen(nnx.Linear, 3, 4)
    v = t.init(random.PRNGKey(case["seed"]), x)
    for name, want in case["to_linen(Linear,3,4).params"].items():
        exact(name, {"seed": case["seed"], name: want}, v["params"][name])
    close("to_linen.apply", case, t.apply(v, x))
print(drawn > 60, unequal <= 0.05 * drawn, wrong)
`;

describe("flax.nnx in Python gives the recorded numbers", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule() });
  }, 120_000);

  it("of layers and random streams", () => {
    const { stdout, error } = python.run(reading("nnx.json") + LAYERS, "layers.py");
    expect(error).toBeNull();
    expect(stdout).toBe("True True []\n");
  });

  it("of the bridge to Linen", () => {
    const { stdout, error } = python.run(reading("bridge.json") + BRIDGE, "bridge.py");
    expect(error).toBeNull();
    expect(stdout).toBe("True True []\n");
  });
});
