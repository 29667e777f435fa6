import { AttributeError } from "../base/errors";
import { aboutMissing } from "./about-missing";

/**
 * Python's error for a name that a module does not have, and after it whether the library has it and
 * the nearest of `names`, which are there. `module` is Python's, e.g. `jax.numpy`.
 */
export function missingName(
  module: string,
  name: string,
  names: readonly string[],
): AttributeError {
  const text = `module '${module}' has no attribute '${name}'.`;
  return new AttributeError([text, ...aboutMissing(module, name, names)].join(" "));
}
