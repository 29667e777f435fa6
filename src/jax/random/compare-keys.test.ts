import { expect, it } from "vitest";
import type { JaxArray } from "../array/array";
import * as jax from "../faces/jax";
import * as jnp from "../faces/numpy";

it("compares keys by both of their words", () => {
  const keys = jax.random.split(jax.random.key(0), 3);
  const same = "Array([ True,  True,  True], dtype=bool)";
  expect(jnp.equal(jax.random.key(0), jax.random.key(1)).repr()).toBe("Array(False, dtype=bool)");
  expect(jnp.equal(keys, keys).repr()).toBe(same);
  expect(jnp.notEqual(keys, keys.at(1).get()).repr()).toBe(
    "Array([ True, False,  True], dtype=bool)",
  );
  expect(
    jax
      .jit((k: JaxArray) => jnp.equal(k, keys))(keys)
      .repr(),
  ).toBe(same);
  expect(
    jax
      .vmap((k: JaxArray) => jnp.equal(k, k))(keys)
      .repr(),
  ).toBe(same);
});
