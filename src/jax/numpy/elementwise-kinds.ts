/** Ways in which functions of single elements treat dtypes and shapes. */
import { isWrittenToBeRead } from "../core/named-step";
import type { JaxArray } from "../array/array";
import { PROMOTING } from "../core/abstract";
import { binaryOp, constLike, unaryOp } from "../core/ops";
import type { BinaryName } from "../array/binary";
import type { UnaryName } from "../array/unary";
import { bind } from "../core/trace";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";
import { promoted, promotedInexact, ranked } from "./promote";

export type Unary = (x: ArrayLike) => JaxArray;
export type Binary = (x1: ArrayLike, x2: ArrayLike) => JaxArray;

/** Parameters of JAX's ufuncs of two operands. */
export const UFUNC = "(@x1, @x2, /, *, out!=None, where!=None)";

/** A function of floats: integers and booleans become float32 first. */
export function inexact(name: string, prim: UnaryName): Unary {
  return onFloats(name, (x) => unaryOp(prim, x));
}

/** {@link inexact} for a function made of several primitives. */
export function onFloats(name: string, run: (x: JaxArray) => JaxArray): Unary {
  return define("jax.numpy", `${name}(@x, /)`, (x: ArrayLike) =>
    run(promotedInexact([asArray(x, name)])[0]),
  );
}

/** A function that keeps the dtype. */
export function keeping(name: string, prim: UnaryName): Unary {
  return define("jax.numpy", `${name}(@x, /)`, (x: ArrayLike) => unaryOp(prim, asArray(x, name)));
}

/** A rounding function: integers are round already. */
export function rounding(name: string, prim: UnaryName): Unary {
  return define("jax.numpy", `${name}(@x, /)`, (x: ArrayLike) => {
    const value = asArray(x, name);
    return isFloating(value.dtype) ? unaryOp(prim, value) : value;
  });
}

/** Applies a binary primitive to operands of any ranks and dtypes. */
export function applyBinary(prim: BinaryName, x: JaxArray, y: JaxArray): JaxArray {
  if (x.dtype !== y.dtype) {
    if (x.dtype === "key<fry>" || y.dtype === "key<fry>")
      throw new JaxTypeError(
        `${PROMOTING[prim] ?? prim} does not accept dtypes ${x.dtype}, ${y.dtype}.`,
      );
    [x, y] = promoted([x, y]);
  } else if (x.weak !== y.weak && isWrittenToBeRead()) [x, y] = promoted([x, y]);
  if (x.shape.length !== y.shape.length) [x, y] = ranked(x, y);
  return binaryOp(prim, x, y);
}

/** A ufunc of JAX that is one primitive. */
export function binary(name: string, prim: BinaryName): Binary {
  return define(
    "jax.numpy",
    `${name}${UFUNC}`,
    (x1: ArrayLike, x2: ArrayLike) => applyBinary(prim, asArray(x1, name), asArray(x2, name, 1)),
    { ufunc: true },
  );
}

/** A comparison: true or false for each pair of elements. */
export function comparison(name: string, prim: BinaryName): Binary {
  return define("jax.numpy", `${name}(@x, @y, /)`, (x: ArrayLike, y: ArrayLike) => {
    const [a, b] = [asArray(x, name), asArray(y, name, 1)];
    const bothKeys = a.dtype === "key<fry>" && b.dtype === "key<fry>";
    if (bothKeys && (prim === "eq" || prim === "ne")) return compareKeys(prim, a, b);
    return applyBinary(prim, a, b);
  });
}

/** The two words of each key, along a last axis. */
function wordsOf(keys: JaxArray): JaxArray {
  return bind("host_call", [keys], {
    name: "random_unwrap",
    out: { shape: [...keys.shape, 2], dtype: "uint32", weak: false },
    run: ([{ data }]) => data,
  });
}

/** Keys are equal if both of their words are. */
function compareKeys(prim: "eq" | "ne", a: JaxArray, b: JaxArray): JaxArray {
  const same = applyBinary(prim, wordsOf(a), wordsOf(b));
  const axes = [same.shape.length - 1];
  return prim === "eq" ? bind("reduce_and", [same], { axes }) : bind("reduce_or", [same], { axes });
}

/** A ufunc of truth values: what is not zero is true. */
export function logical(name: string, prim: BinaryName): Binary {
  return define(
    "jax.numpy",
    `${name}${UFUNC}`,
    (x1: ArrayLike, x2: ArrayLike) =>
      applyBinary(prim, truth(asArray(x1, name)), truth(asArray(x2, name, 1))),
    { ufunc: true },
  );
}

/** A binary primitive of floats: integers and booleans become float32 first. */
export function inexactBinary(name: string, prim: BinaryName): Binary {
  return define("jax.numpy", `${name}(@x1, @x2, /)`, (x1: ArrayLike, x2: ArrayLike) => {
    const [x, y] = promotedInexact([asArray(x1, name), asArray(x2, name, 1)]);
    return applyBinary(prim, x, y);
  });
}

/** True where a value is not zero. */
export function truth(x: JaxArray): JaxArray {
  return x.dtype === "bool" ? x : binaryOp("ne", x, constLike(x, 0));
}
