import { tupleText } from "../array/aval";
import { JaxTypeError, ValueError } from "../base/errors";

/** Which arguments a derivative is taken for: one position, or a list of them. */
export type Argnums = number | readonly number[];

/** The positions as plain indices; raises JAX's TypeError if there are too few arguments. */
export function argumentPositions(argnums: Argnums, given: number, name: string): number[] {
  const list = typeof argnums === "number" ? [argnums] : [...argnums];
  if (list.length === 0) throw new ValueError("max() arg is an empty sequence");
  if (list.some((i) => !Number.isInteger(i)))
    throw new JaxTypeError(`argnums of ${name} must be whole numbers, got ${String(argnums)}.`);
  const needed = Math.max(0, ...list.map((i) => i + 1));
  const isJacobian = name !== "grad" && name !== "value_and_grad";
  if (needed > given && !isJacobian)
    throw new JaxTypeError(
      `differentiating with respect to argnums=${typeof argnums === "number" ? argnums : tupleText(argnums)} requires at least ${needed} positional arguments to be passed by the caller, but got only ${given} positional arguments.`,
    );
  const outside = list.find((i) => i >= given || i < -given);
  if (outside !== undefined)
    throw new ValueError(
      `Positional argument indices, e.g. for \`static_argnums\`, must have value greater than or equal to -len(args) and less than len(args), but got value ${outside} for len(args) == ${given}.`,
    );
  const positions = list.map((i) => (i < 0 ? i + given : i));
  if (new Set(positions).size < positions.length)
    throw new ValueError(`argnums of ${name} names an argument twice: ${tupleText(list)}.`);
  return positions;
}
