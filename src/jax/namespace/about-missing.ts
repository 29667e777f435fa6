import { camelCase } from "../numpy/camel-case";
import { nearestName } from "../../lib/nearest-name";
import leftOutNames from "./left-out-names.json";

const LEFT_OUT: Readonly<Record<string, string>> = leftOutNames;

/** What programs mean by names that a module lacks: another library's, or those of another module. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "flax.linen.Linear": "nn.Dense",
  "flax.nnx.Dense": "nnx.Linear",
  "jax.jnp": "jax.numpy",
  "jax.tree.multimap": "jax.tree.map",
  "optax.mseLoss": "optax.squaredError",
};

/** Whether the Python library has a name that this page has in neither spelling. */
function isLeftOut(owner: string, name: string): boolean {
  if (!Object.hasOwn(LEFT_OUT, owner)) return false;
  return LEFT_OUT[owner].split(" ").some((each) => each === name || camelCase(each) === name);
}

/**
 * What there is to say about a missing name after Python's own text: whether the library has it, and the
 * nearest of `names`, which are there. `owner` is the module or class that was asked, e.g. `jax.numpy`.
 */
export function aboutMissing(owner: string, name: string, names: readonly string[]): string[] {
  const library = owner.startsWith("jax") ? "JAX" : owner.startsWith("flax") ? "Flax" : "Optax";
  const nearest = OTHER_NAMES[`${owner}.${name}`] ?? nearestName(name, names);
  return [
    ...(isLeftOut(owner, name) ? [`${library} has it; this page does not.`] : []),
    ...(nearest === null ? [] : [`The nearest name that is there is '${nearest}'.`]),
  ];
}
