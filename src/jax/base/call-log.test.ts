import { beforeAll, describe, expect, it } from "vitest";
import { endCallLog, logCall, programLine, startCallLog } from "./call-log";
import { startBackend } from "../host";
import { modules } from "../modules";
import * as jax from "../faces/jax";
import * as linen from "../linen/index";
import * as nnx from "../faces/nnx";
import * as jnp from "../faces/numpy";

let lookups = 0;
function logged(work: () => void) {
  let line = 0;
  lookups = 0;
  startCallLog(() => {
    lookups += 1;
    return ++line;
  });
  try {
    work();
  } finally {
    log = endCallLog();
  }
  return log;
}
let log: ReturnType<typeof endCallLog> = [];
const named = (calls: typeof log) => calls.map(({ name, about }) => [name, ...about].join(" "));

beforeAll(async () => {
  await startBackend("cpu");
});

describe("the log of a program's calls", () => {
  it("has names, words and order", () => {
    const calls = logged(() => {
      const layer = new nnx.Linear(2, 3, { rngs: new nnx.Rngs(5) });
      const tree = { kernel: layer.kernel.value, bias: layer.bias.value };
      const head = new linen.Dense({ features: 1 });
      const params = head.init(jax.random.PRNGKey(6), jnp.zeros([3]));
      const loss = (a: typeof tree, b: typeof params) =>
        jnp.sum(head.apply(b, jnp.ones([2]).matmul(a.kernel).add(a.bias)));
      const backward = jax.valueAndGrad(loss, { argnums: [0, 1] });
      const [, [grads]] = backward(tree, params);
      jax.tree.map((p: jax.Array, g: jax.Array) => p.sub(g), tree, grads);
    });
    expect(named(calls)).toEqual([
      "nnx.Rngs 5",
      "nnx.Linear 2 3",
      "PRNGKey 6",
      "init Dense",
      "value_and_grad 0 1",
      "apply Dense",
      "tree.map 2 ['bias'] ['kernel']",
    ]);
  });

  it("points at the line that asked for a derivative, not at the one that took it", () => {
    const calls = logged(() => {
      const derivative = jax.grad((x: jax.Array) => x.pow(2));
      jax.random.PRNGKey(1);
      derivative(jnp.float32(2));
    });
    expect(calls.map(({ name, line }) => [name, line])).toEqual([
      ["PRNGKey", 2],
      ["grad", 1],
    ]);
  });

  it("knows the derivatives of modules and vjp", () => {
    const calls = logged(() => {
      const layer = new nnx.Linear(2, 3, { rngs: new nnx.Rngs(5) });
      nnx.grad((model: nnx.Linear) => jnp.sum(model(jnp.ones([2]))))(layer);
      jax.vjp((a: jax.Array, b: jax.Array) => a.mul(b), jnp.float32(1), jnp.float32(2));
    });
    expect(named(calls).slice(2)).toEqual(["grad 0", "nnx.call Linear", "vjp 0 1"]);
  });

  it("stays short in a loop, and looks for no line beyond", () => {
    const calls = logged(() => {
      for (let i = 0; i < 1000; i++) jax.random.PRNGKey(i);
    });
    expect(calls.length).toBe(48);
    expect(lookups).toBe(48);
  });

  it("keeps a call that raises, with its words cut", () => {
    const calls = logged(() => {
      expect(() => Reflect.apply(jax.tree.map, jax.tree, [() => 0, { a: 1 }, { b: 1 }])).toThrow();
      logCall("long", () => ["x".repeat(1e5)]);
      logCall("raising", () => [
        {
          toString() {
            throw new Error("no");
          },
        },
      ]);
    });
    expect(named(calls)).toEqual(["tree.map 2 ['a']", `long ${"x".repeat(40)}`, "raising"]);
  });

  it("is off unless begun", () => {
    logCall("grad", () => {
      throw new Error("asked");
    });
    expect(programLine()).toBeNull();
    expect(endCallLog()).toEqual([]);
    expect(Object.keys(modules.jax ?? {})).not.toContain("logCall");
  });
});
