import { beforeAll, describe, expect, it } from "vitest";
import type { JaxArray } from "../array/array";
import { startBackend } from "../host";
import * as jax from "../faces/jax";
import * as nnx from "../faces/nnx";
import * as jnp from "../faces/numpy";

const raised = (name: string, message: string): unknown =>
  expect.objectContaining({ name, message });
const read = (x: object, name: string): unknown => Reflect.get(x, name);

beforeAll(async () => {
  await startBackend("cpu");
});

describe("a member that arrays do not have", () => {
  const IMPL = "'jaxlib._jax.ArrayImpl' object has no attribute";
  it.each([
    ["sume", `${IMPL} 'sume'. The nearest name that is there is 'sum'.`],
    ["lenght", `${IMPL} 'lenght'. The nearest name that is there is 'length'.`],
    [
      "block_until_ready",
      `${IMPL} 'block_until_ready'. The nearest name that is there is 'blockUntilReady'.`,
    ],
    ["byteswap", `${IMPL} 'byteswap'. JAX has it; this page does not.`],
    ["xyzzy_plugh", `${IMPL} 'xyzzy_plugh'.`],
  ])("raises JAX's error and names the nearest: %s", (name, text) => {
    expect(() => read(jnp.ones(3), name)).toThrow(raised("AttributeError", text));
  });

  it("is one of a Param and of a key as well", () => {
    const param = new nnx.Param(jnp.ones(3));
    expect(() => read(param, "sume")).toThrow(/no attribute 'sume'/);
    expect(() => read(jax.random.key(0), "sume")).toThrow(/^'PRNGKeyArray' object has no/);
  });

  it("raises the tracers' text inside a transformation", () => {
    const texts: string[] = [];
    const f = (x: JaxArray): JaxArray => {
      try {
        read(x, "sume");
      } catch (error) {
        texts.push(String(error));
      }
      return x.sum();
    };
    jax.grad(f)(jnp.ones(3));
    jax.jit(f)(jnp.ones(3));
    jax.vmap(f)(jnp.ones([2, 3]));
    const tail = "has no attribute sume. The nearest name that is there is 'sum'.";
    expect(texts).toEqual([
      `AttributeError: LinearizeTracer ${tail}`,
      `AttributeError: DynamicJaxprTracer ${tail}`,
      `AttributeError: BatchTracer ${tail}`,
    ]);
  });

  it("says how to read and write by position", () => {
    const x = jnp.arange(3);
    expect(() => read(x, "0")).toThrow(
      raised(
        "TypeError",
        "Square brackets do not read an array in TypeScript. Python's x[0] is x.at(0).get() or x.slice(0).",
      ),
    );
    expect(() => Reflect.set(x, "0", 1)).toThrow(
      /^JAX arrays are immutable[^]*x\.at\(0\)\.set\(y\)/,
    );
    expect(x.tolist()).toEqual([0, 1, 2]);
  });
});

describe("what the language and its tools ask of every object", () => {
  it("is answered without an error", async () => {
    const x = jnp.ones(3);
    expect(await Promise.resolve(x)).toBe(x);
    expect(JSON.stringify({ shape: x.shape, x: String(x) })).toContain("[1. 1. 1.]");
    expect(() => JSON.stringify(x)).not.toThrow();
    expect(`${x}`).toBe("[1. 1. 1.]");
    expect(Object.prototype.toString.call(x)).toBe("[object Object]");
    expect(Array.isArray(x)).toBe(false);
    expect([0].concat(x as never)).toHaveLength(2);
    for (const name of [
      "then",
      "toJSON",
      "asymmetricMatch",
      "nodeType",
      "$$typeof",
      "_isMockFunction",
    ])
      expect(read(x, name)).toBeUndefined();
    expect("sume" in x).toBe(false);
    expect(Object.hasOwn(x, "shape")).toBe(true);
  });
});
