import { JaxTypeError } from "../base/errors";
import { valueText } from "./aux-pair";

/** Checks what a transformation was given: a function, and options of the known names only. */
export function takeOptions(
  name: string,
  f: unknown,
  options: object,
  known: readonly string[],
): Readonly<Record<string, never>> {
  if (typeof f !== "function")
    throw new JaxTypeError(`Expected a callable value, got ${valueText(f)}`);
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new JaxTypeError(
        `${name}() got an unexpected keyword argument '${key}'. It takes: ${known.join(", ")}.`,
      );
  return options as Readonly<Record<string, never>>;
}
