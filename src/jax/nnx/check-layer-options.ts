import { checkOptions } from "../base/check-options";
import { JaxTypeError } from "../base/errors";
import { Rngs } from "./rngs";

/** The options of a layer that draws keys; raises Python's TypeErrors for unknown ones and for a missing `rngs`. */
export function checkLayerOptions<T extends { readonly rngs: Rngs }>(
  layer: string,
  options: T | undefined,
  known: readonly string[],
  positional: number,
): T {
  if (options instanceof Rngs) {
    throw new JaxTypeError(
      `${layer}.__init__() takes ${positional} positional arguments but ${positional + 1} were given`,
    );
  }
  if (options?.rngs === undefined) {
    throw new JaxTypeError(`${layer}.__init__() missing 1 required keyword-only argument: 'rngs'`);
  }
  checkOptions(`${layer}.__init__`, options, known);
  return options;
}
