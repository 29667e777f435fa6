/** The page looks for the names of a part in a program's text before it sends it. */
class PartMissingError extends Error {
  override name = "RuntimeError";
}

/** The error of a function, e.g. `jax.numpy.median`, whose part has not been loaded. */
export function partMissing(name: string): Error {
  return new PartMissingError(
    `${name} is loaded only for programs that name it, and the text of this one does not. Add a line with its name, for example a comment: ${name}.`,
  );
}
