import { JaxTypeError, NotImplementedError } from "./errors";

/** The element types an array of the facade can have, by JAX's names. */
export const DTYPES = [
  "bool",
  "int32",
  "uint32",
  "float32",
  "float16",
  "bfloat16",
  "key<fry>",
] as const;
export type DType = (typeof DTYPES)[number];

/** A dtype with JAX's weak flag: a weak operand takes the other operand's type. */
export interface AbstractType {
  readonly dtype: DType;
  readonly weak: boolean;
}

/** Whether the dtype is one of the real floating types. */
export function isFloating(dtype: DType): boolean {
  return dtype === "float32" || dtype === "float16" || dtype === "bfloat16";
}

/** Whether the dtype is a signed or unsigned integer (not bool, not a key). */
export function isInteger(dtype: DType): boolean {
  return dtype === "int32" || dtype === "uint32";
}

/** Bytes that one element takes in NumPy's or JAX's memory; a key is two 32-bit words. */
export const ITEM_SIZE: Readonly<Record<DType, number>> = {
  bool: 1,
  int32: 4,
  uint32: 4,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  "key<fry>": 8,
};

/** A short name of JAX's type lattice; `i*` and `f*` are the weak integer and weak float. */
type Node = "bool" | "i*" | "uint32" | "int32" | "f*" | "float16" | "bfloat16" | "float32";

/**
 * Height of each node. The join of two nodes is the higher one; of two nodes of equal height
 * (only float16 and bfloat16) it is the next one up. uint32 and int32 join in int64 in JAX, which
 * 32-bit mode turns into int32, so int32 may simply stand above uint32.
 */
const HEIGHT: Readonly<Record<Node, number>> = {
  bool: 0,
  "i*": 1,
  uint32: 2,
  int32: 3,
  "f*": 4,
  float16: 5,
  bfloat16: 5,
  float32: 6,
};

function nodeOf({ dtype, weak }: AbstractType): Node {
  if (dtype === "key<fry>") throw new JaxTypeError(`Cannot interpret 'key<fry>' as a data type`);
  if (!weak || dtype === "bool") return dtype;
  return isFloating(dtype) ? "f*" : "i*";
}

function typeOf(node: Node): AbstractType {
  if (node === "i*") return { dtype: "int32", weak: true };
  if (node === "f*") return { dtype: "float32", weak: true };
  return { dtype: node, weak: false };
}

function join(a: Node, b: Node): Node {
  if (a === b) return a;
  if (HEIGHT[a] === HEIGHT[b]) return "float32";
  return HEIGHT[a] > HEIGHT[b] ? a : b;
}

/**
 * The type of `a + b`, weak flag included, by JAX's type promotion lattice.
 * Two keys give a key; a key beside anything else raises a TypeError.
 */
export function promoteTypes(a: AbstractType, b: AbstractType): AbstractType {
  if (a.dtype === "key<fry>" && b.dtype === "key<fry>") return a;
  return typeOf(join(nodeOf(a), nodeOf(b)));
}

/** {@link promoteTypes} over any number of operands (at least one). */
export function promoteAll(types: readonly AbstractType[]): AbstractType {
  const [first, ...rest] = types;
  if (first === undefined) throw new Error("promoteAll needs at least one type.");
  return rest.reduce(promoteTypes, first);
}

/** The type after promotion to a floating one, as for division, `exp` or `mean`; the weak flag stays. */
export function promoteToInexact(a: AbstractType): AbstractType {
  if (a.dtype === "key<fry>") nodeOf(a);
  return isFloating(a.dtype) ? a : { dtype: "float32", weak: a.weak && a.dtype !== "bool" };
}

/** The type after promotion to a number: bool becomes int32, others stay. */
export function promoteToNumeric(a: AbstractType): AbstractType {
  return a.dtype === "bool" ? { dtype: "int32", weak: false } : a;
}

/**
 * The type of `jnp.power(a, b)`. `staticInteger` says that the exponent is a concrete whole number
 * (integer_pow: the base alone decides); else the rules of `jnp.power`'s cases 2 to 4 hold.
 */
export function promotePower(
  a: AbstractType,
  b: AbstractType,
  staticInteger: boolean,
): AbstractType {
  if (staticInteger) return promoteToNumeric(a);
  const joined = promoteToNumeric(promoteTypes(a, b));
  if (!isFloating(joined.dtype)) return { dtype: joined.dtype, weak: false };
  // A float base with an integer exponent goes to the primitive unpromoted: the base's dtype, not weak.
  if (isFloating(a.dtype) && isInteger(b.dtype)) return { dtype: a.dtype, weak: false };
  return joined;
}

const CANONICAL: Readonly<Record<string, DType>> = {
  bool: "bool",
  bool_: "bool",
  "?": "bool",
  int: "int32",
  int32: "int32",
  int64: "int32",
  i4: "int32",
  i8: "int32",
  long: "int32",
  uint: "uint32",
  uint32: "uint32",
  uint64: "uint32",
  u4: "uint32",
  u8: "uint32",
  float: "float32",
  float32: "float32",
  float64: "float32",
  single: "float32",
  double: "float32",
  f4: "float32",
  f8: "float32",
  float16: "float16",
  half: "float16",
  f2: "float16",
  bfloat16: "bfloat16",
};

const KNOWN_ELSEWHERE = /^(u?int(8|16|4|2)|complex(64|128)?|float8_\w+|[iu][12]|c(8|16))$/;

/**
 * The facade's dtype for a dtype's name; 64-bit names mean their 32-bit types, as in JAX by default.
 * A name of JAX that the facade does not store raises NotImplementedError, an unknown one JAX's TypeError.
 */
export function canonicalDType(name: string): DType {
  if (Object.hasOwn(CANONICAL, name)) return CANONICAL[name] ?? "float32";
  if (KNOWN_ELSEWHERE.test(name))
    throw new NotImplementedError(
      `The dtype ${name} exists in JAX but not here. Available: bool, int32, uint32, float32, float16, bfloat16.`,
    );
  throw new JaxTypeError(`data type '${name}' not understood`);
}
