import { describe, expect, it } from "vitest";
import type { JaxArray } from "../array/array";
import * as jax from "../faces/jax";
import * as jnp from "../faces/numpy";
import * as nnx from "../faces/nnx";

describe("a Variable made outside of a transformation", () => {
  const row = jnp.arange(4).astype("float32");
  const uses: Record<string, (call: (x: JaxArray) => JaxArray) => unknown> = {
    scan: (call) => jax.lax.scan((c: JaxArray, x: JaxArray) => [c, call(x)], jnp.zeros([]), row),
    foriLoop: (call) => jax.lax.foriLoop(0, 2, (_: JaxArray, x: JaxArray) => call(x), row),
    whileLoop: (call) => jax.lax.whileLoop((x: JaxArray) => x.sum().less(9), call, row),
    cond: (call) => jax.lax.cond(jnp.array(true), call, (x: JaxArray) => x, row),
    switch: (call) => jax.lax.switch(0, [call, (x: JaxArray) => x], row),
    map: (call) => jax.lax.map(call, row),
    checkpoint: (call) => jax.checkpoint(call)(row),
    jit: (call) => jax.jit(call)(row),
    vmap: (call) => jax.vmap(call)(row),
    grad: (call) => jax.grad((x: JaxArray) => call(x).sum())(row),
  };
  it.each(Object.entries(uses))("cannot be written inside %s, and keeps its value", (_, use) => {
    const total = new nnx.BatchStat(jnp.zeros([]));
    const call = (x: JaxArray): JaxArray => {
      total.value = total.value.add(x.sum());
      return x.mul(2);
    };
    expect(() => use(call)).toThrow("Cannot mutate BatchStat from a different trace level");
    expect(total.value.item()).toBe(0);
    call(row);
    expect(total.value.item()).toBe(6);
  });
});
