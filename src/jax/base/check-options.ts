import { JaxTypeError } from "./errors";

/** Raises Python's TypeError for an option that a function does not know, so that no typing mistake is silent. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new JaxTypeError(
      `${name}() takes its options as one object, such as { ${known[0]}: … }, but got ${String(options)}.`,
    );
  }
  for (const option of Object.keys(options)) {
    if (!known.includes(option)) {
      throw new JaxTypeError(
        `${name}() got an unexpected keyword argument '${option}'. It knows: ${known.join(", ")}.`,
      );
    }
  }
}
