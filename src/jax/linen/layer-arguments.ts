import { checkOptions } from "../base/check-options";
import { JaxTypeError } from "../base/errors";
import { isDict } from "./scope";

/**
 * The settings of a layer, given by position, then as options: `Embed(4, 3)`, `Embed({ numEmbeddings: 4, features: 3 })`.
 * Raises Python's TypeErrors for unknown ones and for missing ones among `required`, which come first by position.
 */
export function layerArguments<T extends object>(
  layer: string,
  required: readonly (keyof T & string)[],
  known: readonly string[],
  given: readonly unknown[],
): T {
  const options: object = Object.assign({}, ...given.filter(isDict));
  const positional = given.filter((value) => !isDict(value) && value !== undefined);
  const named = Object.fromEntries(required.map((name, i) => [name, positional[i]] as const));
  checkOptions(`${layer}.__init__`, options, known);
  const all: Partial<T> = { ...(named as Partial<T>), ...options };
  const missing = required.filter((name) => all[name] === undefined);
  if (missing.length > 0) throw missingArguments(layer, missing);
  // All required settings are there, and the others are optional.
  return all as T;
}

function missingArguments(layer: string, names: readonly string[]): JaxTypeError {
  const texts = names.map((name) => `'${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}'`);
  const noun = `argument${names.length === 1 ? "" : "s"}`;
  return new JaxTypeError(
    `${layer}.__init__() missing ${names.length} required positional ${noun}: ${texts.join(" and ")}`,
  );
}
