import { camelCase } from "../../numpy/camel-case";
import { jax, jnp, optax } from "./api";

type Namespace = Readonly<Record<string, unknown>>;
const NAMESPACES: Readonly<Record<string, Namespace>> = {
  "jax.numpy": jnp,
  "jax.numpy.linalg": jnp.linalg,
  "jax.nn": jax.nn,
  "jax.lax": jax.lax,
  "jax.random": jax.random,
  optax,
};

function moduleOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

/** Whether TypeScript has the module of a function; some are Python's alone. */
export function hasModuleOf(name: string): boolean {
  return moduleOf(name) in NAMESPACES;
}

/** The facade's function under JAX's full name. */
export function functionOf(name: string): (...args: unknown[]) => unknown {
  const module = moduleOf(name);
  const found = NAMESPACES[module]?.[camelCase(name.slice(module.length + 1))];
  if (typeof found !== "function") throw new Error(`the facade has no ${name}`);
  return found as (...args: unknown[]) => unknown;
}
