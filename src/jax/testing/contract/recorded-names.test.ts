import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { camelCase } from "../../numpy/camel-case";
import { bridge, jax, jnp, linen, nnx, optax } from "./api";

const golden = new URL("../../../../golden/", import.meta.url);
const files = [
  ...readdirSync(new URL("recordings/", golden))
    .filter((name) => !/names|signatures/.test(name))
    .map((name) => `recordings/${name}`),
  ...readdirSync(new URL("programs/", golden)).map((name) => `programs/${name}`),
];
/** Every name that a recorded case of JAX, Flax or Optax uses, in TypeScript's spelling too. */
const recorded = new Set(
  files
    .flatMap((name) => readFileSync(new URL(name, golden), "utf8").match(/[A-Za-z_]\w*/g) ?? [])
    .flatMap((name) => [name, camelCase(name)]),
);

/** Other names of functions that are recorded under JAX's own. */
const OWN_NAMES = ["div", "mul", "neg", "sub"];

type Namespace = Readonly<Record<string, unknown>>;
const NAMESPACES: Readonly<Record<string, Namespace>> = {
  jax,
  "jax.debug": jax.debug,
  "jax.lax": jax.lax,
  "jax.nn": jax.nn,
  "jax.nn.initializers": jax.nn.initializers,
  "jax.numpy": jnp,
  "jax.numpy.linalg": jnp.linalg,
  "jax.random": jax.random,
  "jax.tree": jax.tree,
  "jax.treeUtil": jax.treeUtil,
  linen,
  nnx,
  bridge,
  optax,
};

it.each(Object.entries(NAMESPACES))("every function of %s is in a recorded case", (_, names) => {
  const functions = Object.keys(names).filter((name) => typeof names[name] === "function");
  const missing = functions.filter((name) => !recorded.has(name) && !OWN_NAMES.includes(name));
  expect(missing).toEqual([]);
});
