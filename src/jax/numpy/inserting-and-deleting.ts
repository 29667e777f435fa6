import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { fromHost } from "../array/concrete";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { broadcastTo } from "./broadcast-to";
import { concreteOf, concretizationError } from "./concrete-value";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { promoted } from "./promote";
import { moveaxis } from "./shaping";
import { take } from "./taking";

interface AxisOption {
  axis?: number | null;
}
type Positions = ArrayLike | readonly number[];

function places(list: readonly number[]): JaxArray {
  return fromHost([list.length], "int32", false, Int32Array.from(list));
}

/** An array and the axis that is meant; without an axis the flattened array. */
function alongAxis(
  name: string,
  a: ArrayLike,
  axis: number | null | undefined,
): [JaxArray, number] {
  const x = asArray(a, name);
  if (axis === null || axis === undefined) return [reshape(x, [sizeOf(x.shape)]), 0];
  return [x, normalAxis(axis, x.shape.length)];
}

/** Whole positions as numbers; true ones of booleans. `null` if there are several or none by shape. */
function positionsOf(name: string, obj: Positions): { list: number[]; isSingle: boolean } {
  if (typeof obj === "number") return { list: [wholePosition(name, obj)], isSingle: true };
  if (Array.isArray(obj))
    return { list: obj.map((each) => wholePosition(name, each as number)), isSingle: false };
  const x = asArray(obj, name, 1);
  const known = concreteOf(x);
  if (known === null)
    throw concretizationError(
      x,
      `The obj argument of jnp.${name} must be known when it is called.`,
    );
  if (!isInteger(x.dtype) && x.dtype !== "bool")
    throw new ValueError(`jnp.${name}(): obj must be of integer or boolean type, got ${x.dtype}`);
  const values = [...known.values()];
  const list = x.dtype === "bool" ? values.flatMap((each, i) => (each === 0 ? [] : [i])) : values;
  return { list, isSingle: x.shape.length === 0 };
}

function wholePosition(name: string, value: number): number {
  if (Number.isInteger(value)) return value;
  throw new ValueError(`jnp.${name}(): obj must be of integer type, got ${value}`);
}

/** Values put before positions of an axis, or of the flattened array. */
export const insert: (
  arr: ArrayLike,
  obj: Positions,
  values: ArrayLike,
  options?: AxisOption | number | null,
) => JaxArray = define(
  "jax.numpy",
  "insert(@arr, ~obj, @values, axis=None)",
  (arr: ArrayLike, obj: Positions, values: ArrayLike, axis?: number | null) => {
    const [given, along] = alongAxis("insert", arr, axis);
    const [x, update] = promoted([given, asArray(values, "insert", 2)]);
    const n = x.shape[along];
    const { list, isSingle } = positionsOf("insert", obj);
    const inside = list.map((at) => Math.min(n, Math.max(0, at < 0 ? at + n : at)));
    const rank = x.shape.length;
    const lifted = reshape(update, [
      ...new Array<number>(Math.max(0, rank - update.shape.length)).fill(1),
      ...update.shape,
    ]);
    const block = isSingle ? moveaxis(lifted, 0, along) : lifted;
    const count = isSingle ? block.shape[along] : inside.length;
    const added = broadcastTo(
      block,
      x.shape.map((length, i) => (i === along ? count : length)),
    );
    const before = isSingle ? range(count).map(() => inside[0]) : inside;
    const order = range(n + 1).flatMap((at) => [
      ...before.flatMap((place, i) => (place === at ? [n + i] : [])),
      ...(at < n ? [at] : []),
    ]);
    return bind("gather", [concatenate([x, added], along), places(order)], { axis: along });
  },
);

/** An array without the slices at some positions of an axis, or of the flattened array. */
export const delete_: (
  arr: ArrayLike,
  obj: Positions,
  axis?: number | null | AxisOption,
) => JaxArray = define(
  "jax.numpy",
  "delete(@arr, ~obj, axis=None, *, assume_unique_indices=False)",
  (arr: ArrayLike, obj: Positions, axis?: number | null) => {
    const [x, along] = alongAxis("delete", arr, axis);
    const n = x.shape[along];
    const { list, isSingle } = positionsOf("delete", obj);
    const gone = new Set(list.map((at) => (isSingle ? normalAxis(at, n) : at < 0 ? at + n : at)));
    return take(x, places(range(n).filter((at) => !gone.has(at))), along);
  },
);

function checkCopy(name: string, isInPlace: boolean | undefined): void {
  if (isInPlace === false) return;
  throw new ValueError(
    `jax.numpy.${name} cannot modify arrays in-place, because JAX arrays are immutable. Pass inplace=False to instead return an updated array.`,
  );
}

/** Values in the order in which they are used: repeated from the start if there are too few. */
function repeatedTo(values: JaxArray, count: number): JaxArray {
  const n = sizeOf(values.shape);
  if (n === 0) throw new ValueError("Cannot insert from an empty array!");
  return take(values.ravel(), places(range(count).map((i) => i % n)));
}

interface PutOptions {
  mode?: "clip" | "wrap" | null;
  inplace?: boolean;
}
/** The array with values at some places of its flattened form; `inplace: false` has to be given. */
export const put: (
  a: ArrayLike,
  ind: Positions,
  v: ArrayLike,
  options: PutOptions & { inplace: false },
) => JaxArray = define(
  "jax.numpy",
  "put(@a, ~ind, @v, mode=None, *, inplace=True)",
  (
    a: ArrayLike,
    ind: Positions,
    v: ArrayLike,
    mode?: "clip" | "wrap" | null,
    inplace?: boolean,
  ) => {
    checkCopy("put", inplace);
    const x = asArray(a, "put");
    const n = sizeOf(x.shape);
    const { list } = positionsOf("put", ind);
    const at = list.map((each) => {
      if (mode === "wrap") return ((each % n) + n) % n;
      if (mode === "clip") return Math.min(n - 1, Math.max(0, each));
      return each < 0 ? each + n : each;
    });
    const updates = repeatedTo(asArray(v, "put", 2).astype(x.dtype), at.length);
    const flat = reshape(x, [n]);
    return reshape(bind("scatter", [flat, places(at), updates], { axis: 0, kind: "set" }), x.shape);
  },
);

/** The array with values where a mask is true, one after the other; `inplace: false` has to be given. */
export const place: (
  arr: ArrayLike,
  mask: ArrayLike,
  vals: ArrayLike,
  options: { inplace: false },
) => JaxArray = define(
  "jax.numpy",
  "place(@arr, @mask, @vals, *, inplace=True)",
  (arr: ArrayLike, mask: ArrayLike, vals: ArrayLike, inplace?: boolean) => {
    checkCopy("place", inplace);
    const x = asArray(arr, "place");
    const flags = asArray(mask, "place", 1).astype("bool");
    if (sizeOf(flags.shape) !== sizeOf(x.shape))
      throw new ValueError("place: arr and mask must be the same size");
    const { list } = positionsOf("place", flags.ravel());
    const updates = repeatedTo(asArray(vals, "place", 2).astype(x.dtype), list.length);
    const flat = reshape(x, [sizeOf(x.shape)]);
    return reshape(
      bind("scatter", [flat, places(list), updates], { axis: 0, kind: "set" }),
      x.shape,
    );
  },
);

/** A vector without the zeros at its front ("f"), its back ("b") or both. */
export const trimZeros: (filt: ArrayLike, trim?: string | { trim?: string }) => JaxArray = define(
  "jax.numpy",
  "trim_zeros(@filt, trim='fb', axis!=None)",
  (filt: ArrayLike, trim = "fb") => {
    const x = asArray(filt, "trim_zeros");
    if (x.shape.length !== 1) throw new JaxTypeError("trim_zeros takes vectors on this page.");
    const { list } = positionsOf("trim_zeros", x.notEqual(0));
    const first = trim.toLowerCase().includes("f") ? (list.at(0) ?? x.shape[0]) : 0;
    const last = trim.toLowerCase().includes("b") ? (list.at(-1) ?? first - 1) : x.shape[0] - 1;
    return x.slice([first, last + 1]);
  },
);
