import type { DType } from "../base/dtype";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { avalText, sameShape, sizeOf, tupleText, type Aval, type Shape } from "../array/aval";
import { dotShape } from "../array/dot-shape";
import { refuseKeyConversion, refuseKeys, refuseKeysOnHost, refuseKeySums } from "./refuse-keys";
import { ARITHMETIC, COMPARISON, type BinaryName } from "../array/binary";
import { family, REDUCTION, type ParamsOf, type Primitive } from "../array/primitives";
import { UNARY, UNARY_ROWS, type UnaryName } from "../array/unary";

type Rule<P extends Primitive> = (args: readonly Aval[], params: ParamsOf[P]) => Aval;

function aval(shape: Shape, dtype: DType, weak: boolean): Aval {
  return { shape, dtype, weak };
}

function allWeak(args: readonly Aval[]): boolean {
  for (const arg of args) if (!arg.weak) return false;
  return true;
}

function same([x]: readonly Aval[]): Aval {
  return x;
}

/** The common shape of operands of equal rank (or rank 0); raises JAX's error if there is none. */
export function broadcastShape(name: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  if (a.length !== b.length)
    throw new JaxTypeError(
      `${name}: arrays must have the same number of dimensions, got {${[a.length, b.length].sort().join(", ")}}`,
    );
  const fits = a.every((n, i) => n === b[i] || n === 1 || b[i] === 1);
  if (!fits)
    throw new JaxTypeError(
      `${name} got incompatible shapes for broadcasting: ${tupleText(a)}, ${tupleText(b)}.`,
    );
  return a.map((n, i) => (n === 1 ? b[i] : n));
}

const FLOATS = "floating, complexfloating";
const NUMBERS = "integer, floating, complexfloating";

function isRefused(dtype: DType, accepts: string): boolean {
  if (accepts === NUMBERS) return dtype === "bool";
  return accepts === "integer, bool" ? isFloating(dtype) : !isFloating(dtype);
}

function unary(name: UnaryName): Rule<UnaryName> {
  if (name === "is_finite") return ([x]) => aval(x.shape, "bool", false);
  const { accepts = FLOATS } = UNARY_ROWS[name];
  return ([x]) => {
    if (x.dtype === "key<fry>") refuseKeys(name, [x]);
    if (accepts !== "any" && isRefused(x.dtype, accepts))
      throw new JaxTypeError(
        `${name} does not accept dtype ${x.dtype}. Accepted dtypes are subtypes of ${accepts}.`,
      );
    return x;
  };
}

/** The function of `jax.numpy` that JAX names for operands of different dtypes. */
export const PROMOTING: Partial<Record<BinaryName, string>> = {
  add: "add",
  sub: "subtract",
  mul: "multiply",
  div: "divide",
  max: "maximum",
  min: "minimum",
  eq: "equal",
  ne: "not_equal",
};

/** Raises JAX's error for the first operand of a dtype that an operation does not take. */
function refuse(name: BinaryName, args: readonly Aval[], accepts: string): void {
  const wrong = args.findIndex(({ dtype }) => isRefused(dtype, accepts));
  if (wrong < 0) return;
  throw new JaxTypeError(
    `${name} does not accept dtype ${args[wrong].dtype} at position ${wrong}. Accepted dtypes at position ${wrong} are subtypes of ${accepts}.`,
  );
}

function binary(name: BinaryName): Rule<BinaryName> {
  const isBitwise = name === "and" || name === "or" || name === "xor";
  return (args) => {
    const [x, y] = args;
    if (x.dtype === "key<fry>") refuseKeys(name, args);
    const accepts = isBitwise ? "integer, bool" : name === "sub" ? NUMBERS : null;
    if (accepts !== null) refuse(name, args, accepts);
    if (x.dtype !== y.dtype && !(name === "pow" && isFloating(x.dtype))) {
      const other = PROMOTING[name];
      const tip = ` (Tip: jnp.${other} is a similar function that does automatic type promotion on inputs).`;
      throw new JaxTypeError(
        `lax.${name} requires arguments to have the same dtypes, got ${x.dtype}, ${y.dtype}.${other === undefined ? "" : tip}`,
      );
    }
    return aval(broadcastShape(name, x.shape, y.shape), x.dtype, allWeak(args));
  };
}

/** A function of two floats. */
function floats(name: BinaryName, accepted = "floating"): Rule<BinaryName> {
  const rule = binary(name);
  return (args) => {
    refuse(name, args, accepted);
    return rule(args, {});
  };
}

function comparison(name: BinaryName): Rule<BinaryName> {
  const rule = binary(name);
  return (args) => aval(rule(args, {}).shape, "bool", false);
}

function without(shape: Shape, axes: readonly number[]): Shape {
  return axes.length === shape.length ? [] : shape.filter((_, i) => !axes.includes(i));
}

function reduce(args: readonly Aval[], { axes }: { axes: readonly number[] }): Aval {
  const [x] = args;
  refuseKeySums(x);
  return aval(without(x.shape, axes), x.dtype, x.weak);
}

/** Like {@link reduce}, for bits and truth values. */
function reduceBits(args: readonly Aval[], params: { axes: readonly number[] }): Aval {
  const [{ dtype }] = args;
  if (isFloating(dtype))
    throw new JaxTypeError(`logical reduction requires operand dtype bool or int, got ${dtype}.`);
  return reduce(args, params);
}

function argReduce([x]: readonly Aval[], { axis }: { axis: number }): Aval {
  refuseKeySums(x);
  return aval(without(x.shape, [axis]), "int32", false);
}

/** The type of each primitive's result; also where shapes and dtypes are checked, once for all. */
export const abstractRules: { readonly [P in Primitive]: Rule<P> } = {
  ...family(UNARY, unary),
  integer_pow([x], { y }) {
    if (y < 0 && !isFloating(x.dtype))
      throw new JaxTypeError(
        `Integers cannot be raised to negative powers, got integer_pow(${avalText(x, true)}, ${y})`,
      );
    return x;
  },
  ...family(ARITHMETIC, binary),
  ...family(COMPARISON, comparison),
  atan2: floats("atan2", FLOATS),
  zeta: floats("zeta"),
  polygamma: floats("polygamma"),
  relu_grad: ([x, t]) => aval(x.shape, t.dtype, t.weak),
  select_n: ([which, x, y]) => {
    if (isFloating(which.dtype))
      throw new JaxTypeError(
        `select \`which\` must be boolean or integer type, got ${which.dtype}.`,
      );
    if (!sameShape(x.shape, y.shape))
      throw new JaxTypeError(
        `select cases must have the same shapes, got [${tupleText(x.shape)}, ${tupleText(y.shape)}].`,
      );
    if (which.shape.length > 0 && !sameShape(which.shape, x.shape))
      throw new JaxTypeError(
        `select \`which\` must be scalar or have the same shape as cases, got \`which\` shape ${tupleText(which.shape)} but case shape ${tupleText(x.shape)}.`,
      );
    return aval(x.shape, x.dtype, x.weak && y.weak);
  },
  dot_general: (args, dims) => {
    const [x, y] = args;
    refuseKeys("dot_general", args);
    return aval(dotShape(x.shape, y.shape, dims), x.dtype, allWeak(args));
  },
  broadcast_in_dim: ([x], { shape }) => aval(shape, x.dtype, x.weak),
  reshape: ([x], { shape }) => {
    if (sizeOf(x.shape) !== sizeOf(shape))
      throw new JaxTypeError(
        `reshape total size must be unchanged, got new_sizes ${tupleText(shape)} for shape ${tupleText(x.shape)}.`,
      );
    return aval(shape, x.dtype, x.weak);
  },
  transpose: ([x], { permutation }) =>
    aval(
      permutation.map((axis) => x.shape[axis]),
      x.dtype,
      x.weak,
    ),
  ...family(REDUCTION, () => reduce),
  reduce_and: reduceBits,
  reduce_or: reduceBits,
  argmax: argReduce,
  argmin: argReduce,
  cumsum: ([x]) => {
    refuseKeySums(x);
    return x;
  },
  concatenate: (args, { dimension }) => {
    const [first] = args;
    if (!(dimension >= 0 && dimension < first.shape.length))
      throw new JaxTypeError(
        `concatenate dimension out of bounds: dimension ${dimension} for shapes ${args.map((x) => tupleText(x.shape)).join(", ")}.`,
      );
    const shapes = (): string => args.map((x) => tupleText(x.shape)).join(", ");
    if (args.some((x) => x.shape.length !== first.shape.length))
      throw new JaxTypeError(
        `Cannot concatenate arrays with different numbers of dimensions: got ${shapes()}.`,
      );
    const fits = args.every((x) =>
      x.shape.every((n, i) => i === dimension || n === first.shape[i]),
    );
    if (!fits)
      throw new JaxTypeError(
        `Cannot concatenate arrays with shapes that differ in dimensions other than the one being concatenated: concatenating along dimension ${dimension} for shapes ${shapes()}.`,
      );
    const total = args.reduce((sum, x) => sum + x.shape[dimension], 0);
    const shape = first.shape.map((n, i) => (i === dimension ? total : n));
    return aval(shape, first.dtype, allWeak(args));
  },
  slice: ([x], { start, limit, strides }) =>
    aval(
      start.map((from, i) => Math.max(0, Math.ceil((limit[i] - from) / strides[i]))),
      x.dtype,
      x.weak,
    ),
  pad: ([x], { config }) =>
    aval(
      config.map(([low, high, interior], i) => {
        const n = x.shape[i];
        return low + high + n + Math.max(0, n - 1) * interior;
      }),
      x.dtype,
      x.weak,
    ),
  gather: ([x, indices], { axis }) =>
    aval(
      [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)],
      x.dtype,
      x.weak,
    ),
  scatter: same,
  iota: (_, { shape, dtype }) => aval(shape, dtype, false),
  convert_element_type: ([x], { dtype, weak }) => {
    refuseKeyConversion(x, dtype);
    return aval(x.shape, dtype, weak);
  },
  rev: same,
  host_call: (args, { name, out }) => {
    refuseKeysOnHost(name, args);
    return out;
  },
};
