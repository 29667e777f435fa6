import type { JaxArray } from "../array/array";
import { canonicalDType, promoteAll, promoteToInexact } from "../base/dtype";

/**
 * The arrays in one floating type: the given one, else the one that they promote to together. Null stays null.
 * As Flax's layers do before they compute.
 */
export function promoteDtype<T extends readonly (JaxArray | null)[]>(
  arrays: readonly [...T],
  dtype: string | null,
): T;
export function promoteDtype(
  arrays: readonly (JaxArray | null)[],
  dtype: string | null,
): (JaxArray | null)[] {
  const present = arrays.filter((array) => array !== null);
  const target =
    dtype === null ? promoteToInexact(promoteAll(present)).dtype : canonicalDType(dtype);
  return arrays.map((array) =>
    array === null || array.dtype === target ? array : array.astype(target),
  );
}
