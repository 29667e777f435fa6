import { JaxTypeError, NotImplementedError } from "./errors";

/** The element types an array of the facade can have, by JAX's names. */
export const DTYPES = [
  "bool",
  "int8",
  "int16",
  "int32",
  "uint8",
  "uint16",
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

/** Whether the dtype is a 16-bit float: kept in float32, rounded after each operation. */
export function isHalf(dtype: DType): dtype is "float16" | "bfloat16" {
  return dtype === "float16" || dtype === "bfloat16";
}

/** Bits of the fraction of each floating type: from 1 to the next number it is 2 to the power of minus so many. */
export const FRACTION_BITS: Readonly<Partial<Record<DType, number>>> = {
  float32: 23,
  float16: 10,
  bfloat16: 7,
};

/** Smallest and largest value of each integer type. */
export const INTEGER_RANGE: Readonly<Partial<Record<DType, readonly [min: number, max: number]>>> =
  {
    int8: [-(2 ** 7), 2 ** 7 - 1],
    int16: [-(2 ** 15), 2 ** 15 - 1],
    int32: [-(2 ** 31), 2 ** 31 - 1],
    uint8: [0, 2 ** 8 - 1],
    uint16: [0, 2 ** 16 - 1],
    uint32: [0, 2 ** 32 - 1],
  };

/** Whether the dtype is a signed or unsigned integer (not bool, not a key). */
export function isInteger(dtype: DType): boolean {
  return dtype in INTEGER_RANGE;
}

/** Whether the dtype is an unsigned integer. */
export function isUnsigned(dtype: DType): boolean {
  return dtype === "uint8" || dtype === "uint16" || dtype === "uint32";
}

/** What sums and products are kept in: small integers and booleans count in 32 bits. */
export function accumulatorDType(dtype: DType): DType {
  if (isUnsigned(dtype)) return "uint32";
  return dtype === "bool" || isInteger(dtype) ? "int32" : dtype;
}

/** Bytes that one element takes in NumPy's or JAX's memory; a key is two 32-bit words. */
export const ITEM_SIZE: Readonly<Record<DType, number>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  int32: 4,
  uint8: 1,
  uint16: 2,
  uint32: 4,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  "key<fry>": 8,
};

/** A node of JAX's type lattice; `i*` and `f*` are the weak integer and weak float. */
type Node = Exclude<DType, "key<fry>"> | "i*" | "f*";

/**
 * The nodes right above each node of the lattice. uint32 and the signed types join in int64 in JAX,
 * which 32-bit mode turns into int32, so int32 stands above uint32 here.
 */
const ABOVE: Readonly<Record<Node, readonly Node[]>> = {
  bool: ["i*"],
  "i*": ["uint8", "int8"],
  uint8: ["int16", "uint16"],
  int8: ["int16"],
  uint16: ["int32", "uint32"],
  int16: ["int32"],
  uint32: ["int32"],
  int32: ["f*"],
  "f*": ["bfloat16", "float16"],
  bfloat16: ["float32"],
  float16: ["float32"],
  float32: [],
};

/** A node with everything above it, nearest first. */
function upwards(node: Node): Node[] {
  const found = [node];
  for (const each of found)
    for (const next of ABOVE[each]) if (!found.includes(next)) found.push(next);
  return found;
}

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

const joins = new Map<string, Node>();

/** The least node above both, which is the one that all other common ones are above. */
function join(a: Node, b: Node): Node {
  if (a === b) return a;
  const key = `${a} ${b}`;
  let least = joins.get(key);
  if (least === undefined) {
    const common = upwards(a).filter((node) => upwards(b).includes(node));
    least = common.find((node) => common.every((each) => upwards(node).includes(each)));
    joins.set(key, (least ??= "float32"));
  }
  return least;
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
  // A float base with an integer exponent goes to the primitive unpromoted: the base's dtype.
  if (isFloating(a.dtype) && isInteger(b.dtype)) return { dtype: a.dtype, weak: a.weak && b.weak };
  return joined;
}

const CANONICAL: Readonly<Record<string, DType>> = {
  bool: "bool",
  bool_: "bool",
  "?": "bool",
  int8: "int8",
  i1: "int8",
  int16: "int16",
  i2: "int16",
  int: "int32",
  int_: "int32",
  int32: "int32",
  int64: "int32",
  i4: "int32",
  i8: "int32",
  long: "int32",
  uint8: "uint8",
  u1: "uint8",
  uint16: "uint16",
  u2: "uint16",
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

const KNOWN_ELSEWHERE = /^(u?int[124]|complex(64|128)?|float[468]_\w+|c(8|16))$/;

/** Names that ask for 64 bits outright; `int` and `float` only mean the default. */
const WIDE: Readonly<Record<string, string>> = {
  int64: "int64",
  i8: "int64",
  long: "int64",
  uint64: "uint64",
  u8: "uint64",
  float64: "float64",
  f8: "float64",
  double: "float64",
};

/** The 64-bit type that a name asks for, or null: JAX warns that it gives the 32-bit one. */
export function wideName(name: string): string | null {
  return Object.hasOwn(WIDE, name) ? WIDE[name] : null;
}

/**
 * The facade's dtype for a dtype's name; 64-bit names mean their 32-bit types, as in JAX by default.
 * A name of JAX that the facade does not store raises NotImplementedError, an unknown one JAX's TypeError.
 */
export function canonicalDType(name: string): DType {
  if (Object.hasOwn(CANONICAL, name)) return CANONICAL[name] ?? "float32";
  if (KNOWN_ELSEWHERE.test(name))
    throw new NotImplementedError(
      `The dtype ${name} exists in JAX but not here. Available: bool, int8, int16, int32, uint8, uint16, uint32, float32, float16, bfloat16.`,
    );
  throw new JaxTypeError(`data type '${name}' not understood`);
}
