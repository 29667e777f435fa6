import { convert, dotGeneral as dot } from "../../jax/core/ops";
import { promoteAll } from "../../jax/base/dtype";
import { get, put } from "./slots";

type Axes = readonly number[];

/** `lax.dot_general`: batch axes first, then those of each operand that are left. */
export function dotGeneral(
  lhs: number,
  rhs: number,
  lhsContract: Axes,
  rhsContract: Axes,
  lhsBatch: Axes,
  rhsBatch: Axes,
): number {
  const operands = [get(lhs), get(rhs)];
  const { dtype, weak } = promoteAll(operands);
  const [x, y] = operands.map((operand) => convert(operand, dtype, weak));
  return put(dot(x, y, { lhsContract, rhsContract, lhsBatch, rhsBatch }));
}
