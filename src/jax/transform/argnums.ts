import { tupleText } from "../core/aval";
import { JaxTypeError, ValueError } from "../errors";

/** Which arguments a derivative is taken for: one position, or a list of them. */
export type Argnums = number | readonly number[];

/** The positions as plain indices; raises JAX's TypeError if there are too few arguments. */
export function argumentPositions(argnums: Argnums, given: number, name: string): number[] {
  const list = typeof argnums === "number" ? [argnums] : [...argnums];
  if (list.some((i) => !Number.isInteger(i)))
    throw new JaxTypeError(`argnums of ${name} must be whole numbers, got ${String(argnums)}.`);
  const needed = Math.max(0, ...list.map((i) => (i >= 0 ? i + 1 : -i)));
  if (needed > given)
    throw new JaxTypeError(
      `differentiating with respect to argnums=${typeof argnums === "number" ? argnums : tupleText(argnums)} requires at least ${needed} positional arguments to be passed by the caller, but got only ${given} positional arguments.`,
    );
  const positions = list.map((i) => (i < 0 ? i + given : i));
  if (new Set(positions).size < positions.length)
    throw new ValueError(`argnums of ${name} names an argument twice: ${tupleText(list)}.`);
  return positions;
}
