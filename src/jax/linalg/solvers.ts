import { part } from "../parts";
import type { Solvers } from "./host/part";

/** The solvers that all functions of matrices use; a part of its own, as few programs need it. */
export function loadedSolvers(): Solvers {
  const solvers = part("linalg");
  if (solvers === undefined) throw new PartMissingError();
  return solvers;
}

/** The page looks for the names of a part in a program's text before it sends it. */
class PartMissingError extends Error {
  override name = "RuntimeError";

  constructor() {
    super(
      "jax.numpy.linalg is loaded only for programs that name it, and the text of this one does not. Add a line with its name, for example a comment: linalg.",
    );
  }
}
