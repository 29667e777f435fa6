import { promoteAll, promoteTypes as join, type AbstractType, type DType } from "../base/dtype";
import { ValueError } from "../base/errors";
import { toArray, type ArrayLike } from "./as-array";
import { namedDType, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";

function typeOf(value: ArrayLike | DTypeLike): AbstractType {
  return toArray(value) ?? { dtype: namedDType(value as DTypeLike), weak: false };
}

/** The dtype of a sum of arrays, numbers and dtypes. */
export const resultType: (...args: (ArrayLike | DTypeLike)[]) => DType = define(
  "jax.numpy",
  "result_type(*args)",
  (args: readonly (ArrayLike | DTypeLike)[] = []) => {
    if (args.length === 0) throw new ValueError("at least one array or dtype is required");
    return promoteAll(args.map(typeOf)).dtype;
  },
);

/** The dtype in which values of two dtypes meet. */
export const promoteTypes: (a: DTypeLike, b: DTypeLike) => DType = define(
  "jax.numpy",
  "promote_types(@a, @b)",
  (a: DTypeLike, b: DTypeLike) =>
    join({ dtype: namedDType(a), weak: false }, { dtype: namedDType(b), weak: false }).dtype,
);

/** The name of a dtype: of what names one, or that of an array. */
export function dtype(value: DTypeLike): DType {
  return namedDType(value);
}
