import type { JaxArray } from "../array/array";
import type { OperationKind, OperationOf } from "./operation";
import type { Linearizing } from "./split-jaxpr";

/** Values of an operation and its tangents; null is a zero tangent. */
export interface JvpResult {
  readonly outs: readonly JaxArray[];
  readonly outTangents: readonly (JaxArray | null)[];
}

export type JvpRule<K extends OperationKind> = (
  by: Linearizing,
  operation: OperationOf<K>,
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
) => JvpResult;

/** Takes the tangents that a staged function gave for some of its outputs to their places. */
export function spreadTangents(
  hasTangent: readonly boolean[],
  moved: readonly JaxArray[],
): (JaxArray | null)[] {
  let next = 0;
  return hasTangent.map((has) => (has ? moved[next++] : null));
}
