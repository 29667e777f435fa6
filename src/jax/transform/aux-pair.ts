import { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import { formatTree } from "../tree/tree-text";
import { pythonTypeName } from "../tree/python-type-name";

/** A value as error texts show it. */
export function valueText(value: unknown): string {
  return formatTree(value, (leaf) => (leaf instanceof JaxArray ? leaf.toString() : null));
}

/** The two parts of what a function with an auxiliary value returned; raises JAX's TypeError otherwise. */
export function auxPair(result: unknown): [unknown, unknown] {
  if (Array.isArray(result) && result.length === 2) return [result[0], result[1]];
  throw new JaxTypeError(
    `expected function with aux output to return a two-element tuple, but got type <class '${pythonTypeName(result)}'> with value ${valueText(result)}`,
  );
}
