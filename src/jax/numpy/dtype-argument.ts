import { canonicalDType, type DType } from "../dtype";
import { JaxTypeError } from "../errors";
import { pythonTypeName } from "../type-name";

/** A dtype as learners give it: a name, or a scalar type such as `jnp.float32`. */
export type DTypeLike = string | { readonly dtype: DType };

/** The dtype that an argument names; null and undefined give `otherwise`. */
export function dtypeOf<T extends DType | null>(
  value: DTypeLike | null | undefined,
  otherwise: T,
): DType | T {
  if (value === null || value === undefined) return otherwise;
  if (typeof value === "string") return canonicalDType(value);
  if (typeof value.dtype === "string") return value.dtype;
  throw new JaxTypeError(
    `Cannot interpret a value of type '${pythonTypeName(value)}' as a data type`,
  );
}
