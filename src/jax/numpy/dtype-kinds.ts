import { canonicalDType, isFloating, isInteger, isUnsigned, type DType } from "../base/dtype";
import { namedDType, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";

/** A family of dtypes, such as `jnp.floating`; what {@link issubdtype} asks for. */
export class DTypeKind {
  constructor(
    readonly kind: string,
    readonly holds: (dtype: DType) => boolean,
  ) {}
  toString(): string {
    return this.kind;
  }
}

function kind(name: string, holds: (dtype: DType) => boolean): DTypeKind {
  return new DTypeKind(name, holds);
}
function isNumber(dtype: DType): boolean {
  return isInteger(dtype) || isFloating(dtype);
}
function isSigned(dtype: DType): boolean {
  return isInteger(dtype) && !isUnsigned(dtype);
}
function isNoKey(dtype: DType): boolean {
  return dtype !== "key<fry>";
}

/** Every dtype of numbers and truth values. */
export const generic: DTypeKind = kind("generic", isNoKey);
/** Integers and floats. */
export const number: DTypeKind = kind("number", isNumber);
/** Floats, and complex numbers where there are some. */
export const inexact: DTypeKind = kind("inexact", isFloating);
/** The real floating types. */
export const floating: DTypeKind = kind("floating", isFloating);
/** Complex numbers: no dtype here. */
export const complexfloating: DTypeKind = kind("complexfloating", () => false);
/** Signed and unsigned integers. */
export const integer: DTypeKind = kind("integer", isInteger);
/** Signed integers. */
export const signedinteger: DTypeKind = kind("signedinteger", isSigned);
/** Unsigned integers. */
export const unsignedinteger: DTypeKind = kind("unsignedinteger", isUnsigned);

const KINDS: Readonly<Record<string, DTypeKind>> = {
  generic,
  number,
  inexact,
  floating,
  complexfloating,
  integer,
  signedinteger,
  unsignedinteger,
};

/** Whether a dtype is one of a kind (`jnp.floating`, `"integer"`), or is the other dtype. */
export const issubdtype: (arg1: DTypeLike, arg2: DTypeLike | DTypeKind) => boolean = define(
  "jax.numpy",
  "issubdtype(arg1, arg2)",
  (arg1: DTypeLike, arg2: DTypeLike | DTypeKind) => {
    const dtype = namedDType(arg1);
    if (arg2 instanceof DTypeKind) return arg2.holds(dtype);
    if (typeof arg2 !== "string") return (arg2.wide ?? arg2.dtype) === dtype;
    return Object.hasOwn(KINDS, arg2) ? KINDS[arg2].holds(dtype) : canonicalName(arg2) === dtype;
  },
);

/** The dtype of a name that is not a 64-bit one; those are no dtype of any array. */
function canonicalName(name: string): DType | null {
  return /64|double|long|^(u?int|float)$|^[iuf]8$/.test(name) ? null : canonicalDType(name);
}

const FAMILIES: Readonly<Record<string, (dtype: DType) => boolean>> = {
  bool: (dtype) => dtype === "bool",
  "signed integer": isSigned,
  "unsigned integer": isUnsigned,
  integral: isInteger,
  "real floating": isFloating,
  "complex floating": () => false,
  numeric: isNumber,
};

/** Whether a dtype is of a family of the array API: "bool", "integral", "real floating", "numeric" …; or of one of several. */
export const isdtype: (dtype: DTypeLike, kind: DTypeLike | readonly DTypeLike[]) => boolean =
  define(
    "jax.numpy",
    "isdtype(dtype, kind)",
    (dtype: DTypeLike, family: DTypeLike | readonly DTypeLike[]) => {
      const own = namedDType(dtype);
      const families: readonly DTypeLike[] = Array.isArray(family) ? family : [family as DTypeLike];
      return families.some((each) =>
        typeof each === "string" && Object.hasOwn(FAMILIES, each)
          ? FAMILIES[each](own)
          : namedDType(each) === own,
      );
    },
  );

/** Dtypes into which each one goes without loss, besides itself; by NumPy's "safe" rule. */
const SAFE: Readonly<Partial<Record<DType, readonly DType[]>>> = {
  bool: ["int8", "int16", "int32", "uint8", "uint16", "uint32", "float16", "bfloat16", "float32"],
  int8: ["int16", "int32", "float16", "bfloat16", "float32"],
  int16: ["int32", "float32"],
  uint8: ["uint16", "uint32", "int16", "int32", "float16", "bfloat16", "float32"],
  uint16: ["uint32", "int32", "float32"],
  float16: ["float32"],
  bfloat16: ["float32"],
};

/**
 * Whether values of one dtype may be cast to another by a rule: "safe" (the default), "same_kind",
 * "no", "equiv" or "unsafe".
 */
export const canCast: (
  from: DTypeLike,
  to: DTypeLike,
  casting?: string | { casting?: string },
) => boolean = define(
  "jax.numpy",
  "can_cast(from_, to, casting='safe')",
  (from: DTypeLike, to: DTypeLike, casting = "safe") => {
    const [a, b] = [namedDType(from), namedDType(to)];
    if (casting === "unsafe" || a === b) return true;
    if (casting === "no" || casting === "equiv") return false;
    const safe = SAFE[a]?.includes(b) ?? false;
    if (casting !== "same_kind" || safe) return safe;
    if (isFloating(b)) return isNumber(a);
    return isInteger(b) && isInteger(a) && (isSigned(b) || isUnsigned(a));
  },
);
