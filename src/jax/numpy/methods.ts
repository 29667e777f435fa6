/** Gives every array its methods. Imported once, for its effect, by the facade's entry points. */
import { JaxArray } from "../array/array";
import { avalText, range, sizeOf } from "../array/aval";
import { convert } from "../core/ops";
import { isFloating, ITEM_SIZE } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { formatArray } from "../format/array-text";
import { pythonTypeName } from "../tree/python-type-name";
import { toArray } from "./as-array";
import { concreteOf, concretizationError, floatOf } from "./concrete-value";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import * as elementwise from "./elementwise";
import { readIndex } from "./indexing";
import { item } from "./item";
import type { IndexEntry } from "./index-entries";
import { IndexRef } from "./index-ref";
import { take } from "./taking";
import type { ArrayMethods, NestedNumbers } from "./method-types";
import { dot, matmul } from "./products";
import * as reductions from "./reductions";
import * as variance from "./variance";
import { argmax, argmin } from "./arg-reductions";
import { cumprod, cumsum } from "./cumulative";
import { matrixTranspose } from "./contractions";
import { imag } from "./attributes";
import { nonzero } from "./nonzero";
import { diagonal, trace } from "./matrices";
import { repeat } from "./repeating";
import { conjugate } from "./rounding";
import { choose, compress } from "./selecting";
import { argpartition, argsort, searchsorted, sort } from "./sorting";
import * as shaping from "./shaping";

declare module "../array/array" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface merges with a class, a type does not
  interface JaxArray extends ArrayMethods {}
}

type Method = (this: JaxArray, ...args: never[]) => unknown;

/** A binary function as a method, with Python's error for operands that are no arrays. */
function operator(
  symbol: string,
  f: (x: JaxArray, y: never) => JaxArray,
): (this: JaxArray, y: never) => JaxArray {
  return function (this: JaxArray, y: never): JaxArray {
    if (toArray(y) === null) throw unsupported(symbol, this, y);
    return f(this, y);
  };
}

function unsupported(symbol: string, x: JaxArray, y: unknown): JaxTypeError {
  return new JaxTypeError(
    `unsupported operand type(s) for ${symbol}: '${pythonTypeName(x)}' and '${pythonTypeName(y)}'`,
  );
}

/** A function whose first argument is the array, as a method. */
function method(f: (x: JaxArray, ...rest: never[]) => unknown): Method {
  return function (this: JaxArray, ...rest: never[]): unknown {
    return f(this, ...rest);
  };
}

/** `reshape(2, 3)` and `reshape([2, 3])` alike. */
function spreadable(f: (x: JaxArray, list: number | readonly number[]) => JaxArray): Method {
  return function (this: JaxArray, ...rest: never[]): unknown {
    const args = rest as readonly (number | readonly number[])[];
    const [first] = args;
    const one = args.length === 1 || typeof first === "object";
    return f(this, one ? first : (args as readonly number[]));
  };
}

const less = operator("<", elementwise.less);
const lessEqual = operator("<=", elementwise.lessEqual);
const greater = operator(">", elementwise.greater);
const greaterEqual = operator(">=", elementwise.greaterEqual);
const equal = operator("==", elementwise.equal);
const notEqual = operator("!=", elementwise.notEqual);

const METHODS: Readonly<Record<string, Method>> = {
  add: operator("+", elementwise.add),
  sub: operator("-", elementwise.subtract),
  mul: operator("*", elementwise.multiply),
  div: operator("/", elementwise.divide),
  pow: operator("** or pow()", elementwise.power),
  mod: operator("%", elementwise.remainder),
  matmul: operator("@", matmul),
  dot: method(dot),
  neg: method(elementwise.negative),
  abs: method(elementwise.abs),
  less,
  lessEqual,
  greater,
  greaterEqual,
  equal,
  notEqual,
  lt: less,
  le: lessEqual,
  gt: greater,
  ge: greaterEqual,
  eq: equal,
  ne: notEqual,
  logicalAnd: method(elementwise.logicalAnd),
  logicalOr: method(elementwise.logicalOr),
  logicalNot: method(elementwise.logicalNot),
  sum: method(reductions.sum),
  mean: method(reductions.mean),
  prod: method(reductions.prod),
  max: method(reductions.max),
  min: method(reductions.min),
  var: method(variance.var),
  std: method(variance.std),
  any: method(reductions.any),
  all: method(reductions.all),
  argmax: method(argmax),
  argmin: method(argmin),
  cumsum: method(cumsum),
  cumprod: method(cumprod),
  ptp: method(reductions.ptp),
  sort: method(sort),
  argsort: method(argsort),
  argpartition: method(argpartition),
  choose: method(choose),
  compress: method((x, condition, ...rest: never[]) => compress(condition, x, ...rest)),
  conj: method(conjugate),
  conjugate: method(conjugate),
  nonzero: method(nonzero),
  searchsorted: method(searchsorted),
  repeat: method(repeat),
  diagonal: method(diagonal),
  trace: method(trace),
  copy: method((x) => x),
  blockUntilReady: method((x) => x),
  round: method(elementwise.round),
  clip: method(elementwise.clip),
  reshape: spreadable(shaping.reshape),
  ravel: method(shaping.ravel),
  flatten: method(shaping.ravel),
  transpose: spreadable((x, axes) => {
    const list = typeof axes === "number" ? [axes] : axes;
    return shaping.transpose(x, list.length > 0 ? list : null);
  }),
  swapaxes: method(shaping.swapaxes),
  squeeze: method(shaping.squeeze),
  astype: method(astype),
  at: method((x, ...index: IndexEntry[]) => new IndexRef(x, index)),
  slice: method((x, ...index: IndexEntry[]) => readIndex(x, index)),
  take: method(take),
  item: method(item),
  tolist: method(tolist),
  toString: method(text),
  repr: method(repr),
  valueOf: method((x) => x),
};

function astype(x: JaxArray, dtype: DTypeLike): JaxArray {
  return convert(x, dtypeOf(dtype, x.dtype, "astype"));
}

function contents(x: JaxArray): Parameters<typeof formatArray>[0] | null {
  const { shape, dtype, weak } = x;
  const values = concreteOf(x)?.values();
  return values === undefined ? null : { shape, dtype, weak, values };
}

/** Text of a traced array: its values are not shown, as in JAX. */
function traced(x: JaxArray): string {
  return `${pythonTypeName(x)}<${avalText(x)}>`;
}

function text(x: JaxArray): string {
  if (x.main !== null) return traced(x);
  const known = contents(x);
  return known === null ? traced(x) : formatArray(known, "str");
}

function repr(x: JaxArray): string {
  if (x.main !== null) return traced(x);
  const known = contents(x);
  return known === null ? traced(x) : formatArray(known, "repr");
}

function tolist(x: JaxArray): NestedNumbers {
  const known = x.main === null ? concreteOf(x) : null;
  if (known === null)
    throw concretizationError(
      x,
      `The tolist() method was called on traced array with shape ${avalText(x)}.`,
    );
  const values = known.values();
  const read = (i: number): number | boolean => (x.dtype === "bool" ? values[i] !== 0 : values[i]);
  const nest = (depth: number, offset: number): NestedNumbers => {
    if (depth === x.shape.length) return read(offset);
    const step = sizeOf(x.shape.slice(depth + 1));
    return range(x.shape[depth]).map((i) => nest(depth + 1, offset + i * step));
  };
  return nest(0, 0);
}

function* rows(x: JaxArray): IterableIterator<JaxArray> {
  if (x.shape.length === 0) throw new JaxTypeError("iteration over a 0-d array");
  for (let i = 0; i < x.shape[0]; i++) yield readIndex(x, [i]);
}

function length(x: JaxArray): number {
  if (x.shape.length === 0) throw new JaxTypeError("len() of unsized object");
  return x.shape[0];
}

/** Comparisons and arithmetic of plain JavaScript (`x > 0`, `x + 1`) read the number, as float() does. */
function primitive(x: JaxArray, hint: string): string | number {
  if (hint === "string") return text(x);
  const value = floatOf(x);
  return isFloating(x.dtype) ? value : Math.trunc(value);
}

function define(key: string | symbol, value: unknown): void {
  Object.defineProperty(JaxArray.prototype, key, { value, writable: true, configurable: true });
}

function getter(key: string, get: (x: JaxArray) => unknown): void {
  Object.defineProperty(JaxArray.prototype, key, {
    get(this: JaxArray) {
      return get(this);
    },
    configurable: true,
  });
}

for (const [name, value] of Object.entries(METHODS)) define(name, value);
define(Symbol.iterator, method(rows));
define(Symbol.toPrimitive, method(primitive));
define(Symbol.for("nodejs.util.inspect.custom"), method(repr));
getter("ndim", (x) => x.shape.length);
getter("size", (x) => sizeOf(x.shape));
getter("T", (x) => shaping.transpose(x));
getter("mT", (x) => matrixTranspose(x));
getter("itemsize", (x) => ITEM_SIZE[x.dtype]);
getter("nbytes", (x) => sizeOf(x.shape) * ITEM_SIZE[x.dtype]);
getter("real", (x) => x);
getter("imag", (x) => imag(x));
getter("length", length);
