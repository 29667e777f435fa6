import { describe, expect, it } from "vitest";
import * as jax from "../faces/jax";
import * as numpy from "../faces/numpy";
import * as optax from "../optax/index";
import { checkedNamespaces } from "./checked-namespaces";

const modules = checkedNamespaces({ jax, "jax/numpy": numpy, optax });
const jnp = modules["jax/numpy"];

describe("checkedNamespaces", () => {
  it.each([
    [
      "jax/numpy",
      "ziros",
      "module 'jax.numpy' has no attribute 'ziros'. The nearest name that is there is 'zeros'.",
    ],
    [
      "jax/numpy",
      "expand_dims",
      "module 'jax.numpy' has no attribute 'expand_dims'. The nearest name that is there is 'expandDims'.",
    ],
    [
      "jax/numpy",
      "q",
      "module 'jax.numpy' has no attribute 'q'. The nearest name that is there is 'e'.",
    ],
  ])("names the nearest name: %s %s", (specifier, name, text) => {
    expect(() => modules[specifier][name]).toThrow(
      expect.objectContaining({ name: "AttributeError", message: text }),
    );
  });

  it.each([
    ["jax/numpy", "sort_complex", "JAX"],
    ["jax/numpy", "sortComplex", "JAX"],
    ["jax", "pmap", "JAX"],
    ["optax", "lbfgs", "Optax"],
  ])("says of %s %s that the library has it", (specifier, name, library) => {
    expect(() => modules[specifier][name]).toThrow(
      new RegExp(`has no attribute '${name}'\\. ${library} has it; this page does not\\.`),
    );
  });

  it("checks a namespace inside another", () => {
    expect(modules.jax.numpy).toBe(jnp);
  });

  it("has the names of the namespace itself, and only those", async () => {
    expect(Object.keys(jnp)).toEqual(Object.keys(numpy));
    expect(Object.getOwnPropertyDescriptor(jnp, "add")?.value).toBe(numpy.add);
    expect("zeroes" in jnp).toBe(false);
    expect(await Promise.resolve(jnp)).toBe(jnp);
    expect(Object.prototype.toString.call(jnp)).toBe("[object Module]");
    expect({ ...jnp }).toEqual({ ...numpy });
    expect(JSON.stringify(modules.jax)).toBeTypeOf("string");
    expect(Reflect.set(jnp, "zeroes", 1)).toBe(false);
  });
});
