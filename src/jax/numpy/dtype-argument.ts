import { JaxArray } from "../array/array";
import { canonicalDType, wideName, type DType } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";
import { warn } from "../base/warn";

/** A scalar type such as `jnp.float32`; the 64-bit ones know what was asked for. */
export interface DTypeHolder {
  readonly dtype: DType;
  readonly wide?: string;
}

/** A dtype as learners give it: a name, or a scalar type such as `jnp.float32`. */
export type DTypeLike = string | DTypeHolder;

function warnTruncated(wide: string, dtype: DType, name: string): void {
  warn(
    "UserWarning",
    `Explicitly requested dtype ${wide} requested in ${name} is not available, and will be truncated to dtype ${dtype}. To enable more dtypes, set the jax_enable_x64 configuration option or the JAX_ENABLE_X64 shell environment variable. See https://github.com/jax-ml/jax#current-gotchas for more.`,
  );
}

function isHolder(value: unknown): value is DTypeHolder {
  const isObject = typeof value === "function" || (typeof value === "object" && value !== null);
  return isObject && "dtype" in value && typeof value.dtype === "string";
}

/** The dtype that a value names, and the 64-bit name that was asked for, if it was one. */
function readDType(value: DTypeLike): { dtype: DType; wide: string | null } {
  if (typeof value === "string") return { dtype: canonicalDType(value), wide: wideName(value) };
  if (value instanceof JaxArray)
    throw new ValueError(
      "Passing an array as a dtype argument is no longer supported; instead of dtype=arr use dtype=arr.dtype.",
    );
  if (isHolder(value)) return { dtype: value.dtype, wide: value.wide ?? null };
  throw new JaxTypeError(
    `Cannot interpret a value of type '${pythonTypeName(value)}' as a data type`,
  );
}

/** The dtype that a value names, without a warning. */
export function namedDType(value: DTypeLike): DType {
  return readDType(value).dtype;
}

/**
 * The dtype that an argument names; null and undefined give `otherwise`. A 64-bit dtype gives JAX's
 * warning and the 32-bit one.
 * @param name the function that asks, for the warning's text
 */
export function dtypeOf<T extends DType | null>(
  value: DTypeLike | null | undefined,
  otherwise: T,
  name = "array",
): DType | T {
  if (value === null || value === undefined) return otherwise;
  const { dtype, wide } = readDType(value);
  if (wide !== null) warnTruncated(wide, dtype, name);
  return dtype;
}
