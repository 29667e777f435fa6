import { AttributeError } from "../errors";
import { nearestOf } from "../nearest-name";
import { camelCase } from "../numpy/camel-case";
import publicNames from "./public-names.json";

const PUBLIC: Readonly<Record<string, string>> = publicNames;

/** Whether the Python library has a name that this page has in neither spelling. */
function isLeftOut(module: string, name: string, names: readonly string[]): boolean {
  if (!Object.hasOwn(PUBLIC, module)) return false;
  const theirs = PUBLIC[module].split(" ");
  const meant = theirs.some((each) => each === name || camelCase(each) === name);
  return meant && !names.includes(camelCase(name));
}

/**
 * Python's error for a name that a module does not have, and after it whether the library has it and
 * the nearest of `names`, which are there. `module` is Python's, e.g. `jax.numpy`.
 */
export function missingName(
  module: string,
  name: string,
  names: readonly string[],
): AttributeError {
  const library = module.startsWith("jax") ? "JAX" : module.startsWith("flax") ? "Flax" : "Optax";
  const sentences = [`module '${module}' has no attribute '${name}'.`];
  if (isLeftOut(module, name, names)) sentences.push(`${library} has it; this page does not.`);
  const nearest = nearestOf(name, names);
  if (nearest !== null) sentences.push(`The nearest name that is there is '${nearest}'.`);
  return new AttributeError(sentences.join(" "));
}
