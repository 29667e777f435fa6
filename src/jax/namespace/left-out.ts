import { camelCase } from "../numpy/camel-case";
import { nearestOf } from "../nearest-name";
import publicNames from "./public-names.json";

const PUBLIC: Readonly<Record<string, string>> = publicNames;

/** Whether the Python library has a name that this page has in neither spelling. */
function isLeftOut(owner: string, name: string, names: readonly string[]): boolean {
  if (!Object.hasOwn(PUBLIC, owner)) return false;
  const theirs = PUBLIC[owner].split(" ");
  const meant = theirs.some((each) => each === name || camelCase(each) === name);
  return meant && !names.includes(name) && !names.includes(camelCase(name));
}

/**
 * What there is to say about a missing name after Python's own text: whether the library has it, and the
 * nearest of `names`, which are there. `owner` is the module or class that was asked, e.g. `jax.numpy`.
 */
export function aboutMissing(owner: string, name: string, names: readonly string[]): string[] {
  const library = owner.startsWith("jax") ? "JAX" : owner.startsWith("flax") ? "Flax" : "Optax";
  const nearest = nearestOf(name, names);
  return [
    ...(isLeftOut(owner, name, names) ? [`${library} has it; this page does not.`] : []),
    ...(nearest === null ? [] : [`The nearest name that is there is '${nearest}'.`]),
  ];
}
