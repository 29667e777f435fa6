/** Functions that apply another function to parts of arrays; Python has its own, on its own vmap. */
import type { JaxArray } from "../array/array";
import { range, tupleText } from "../array/aval";
import { JaxTypeError, ValueError } from "../base/errors";
import { vmap } from "./vmap";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { broadcastTo } from "../numpy/broadcast-to";
import { where } from "../numpy/elementwise";
import { commonShape } from "../numpy/promote";
import { expandDims, moveaxis } from "../numpy/shaping";

type ArrayFunction = (...arrays: JaxArray[]) => JaxArray | readonly JaxArray[];

/** `f` over several leading axes of all of its arguments. */
function mapped(f: ArrayFunction, times: number): ArrayFunction {
  return range(times).reduce<ArrayFunction>((inner) => vmap(inner), f);
}

/** A function of vectors on every vector along an axis; what it gives takes the axis' place. */
export function applyAlongAxis(
  func1d: (x: JaxArray) => JaxArray,
  axis: number,
  arr: ArrayLike,
): JaxArray {
  const x = asArray(arr, "apply_along_axis", 2);
  const rank = x.shape.length;
  const along = normalAxis(axis, rank);
  const out = mapped(func1d as ArrayFunction, rank - 1)(moveaxis(x, along, -1)) as JaxArray;
  const added = range(out.shape.length - rank + 1);
  return moveaxis(
    out,
    added.map((i) => rank - 1 + i),
    added.map((i) => along + i),
  );
}

/** A function of an array and an axis, one axis after the other; axes that it removes come back with length 1. */
export function applyOverAxes(
  func: (a: JaxArray, axis: number) => JaxArray,
  a: ArrayLike,
  axes: readonly number[],
): JaxArray {
  const given = asArray(a, "apply_over_axes");
  return axes.reduce((x, axis) => {
    const out = func(x, axis);
    if (out.shape.length === x.shape.length) return out;
    const kept = expandDims(out, normalAxis(axis, x.shape.length));
    if (kept.shape.length === x.shape.length) return kept;
    throw new ValueError("function is not returning an array of the correct shape");
  }, given);
}

/**
 * For each element what the function beside the last true condition gives; one function more than
 * conditions is for the others, where it would be 0. Plain values may stand for functions.
 */
export function piecewise(
  x: ArrayLike,
  condlist: readonly ArrayLike[],
  funclist: readonly (ArrayLike | ((x: JaxArray) => ArrayLike))[],
): JaxArray {
  const value = asArray(x, "piecewise");
  const extra = funclist.length - condlist.length;
  if (extra !== 0 && extra !== 1)
    throw new ValueError(
      `with ${condlist.length} condition(s), either ${condlist.length} or ${condlist.length + 1} functions are expected; got ${funclist.length}`,
    );
  const resultOf = (f: ArrayLike | ((each: JaxArray) => ArrayLike)): JaxArray => {
    const result = typeof f === "function" ? f(value) : f;
    return broadcastTo(asArray(result, "piecewise").astype(value.dtype), value.shape);
  };
  const start = resultOf(extra === 1 ? funclist[condlist.length] : 0);
  return condlist.reduce<JaxArray>(
    (result, condition, i) => where(condition, resultOf(funclist[i]), result),
    start,
  );
}

interface VectorizeOptions {
  /** Which axes a single call sees, e.g. "(n),(n)->()"; scalars unless given. */
  signature?: string | null;
}

/** Names of the axes of each argument or result. */
function coreAxes(text: string): string[][] {
  return [...text.matchAll(/\(([^)]*)\)/g)].map(([, inside]) =>
    inside
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

/** A function of scalars, or of arrays as the signature says, on arrays with further leading axes. */
export function vectorize(f: ArrayFunction, options: VectorizeOptions = {}): ArrayFunction {
  if (typeof f !== "function") throw new JaxTypeError("vectorize takes a function.");
  const { signature } = options;
  const [inputs] = (signature ?? "").split("->");
  if (signature !== null && signature !== undefined && !signature.includes("->"))
    throw new ValueError(`not a valid gufunc signature: ${signature}`);
  return (...args) => {
    const arrays = args.map((x, i) => asArray(x, "vectorize", i));
    const cores = signature ? coreAxes(inputs) : arrays.map(() => []);
    if (cores.length !== arrays.length)
      throw new JaxTypeError(
        `wrong number of positional arguments: expected ${cores.length}, got ${arrays.length}`,
      );
    checkCores(arrays, cores, signature ?? "");
    const batches = arrays.map(({ shape }, i) => shape.slice(0, shape.length - cores[i].length));
    const batch = commonShape(batches);
    const wide = arrays.map((x, i) =>
      broadcastTo(x, [...batch, ...x.shape.slice(batches[i].length)]),
    );
    return mapped(f, batch.length)(...wide);
  };
}

function checkCores(
  arrays: readonly JaxArray[],
  cores: readonly string[][],
  signature: string,
): void {
  const known = new Map<string, number>();
  arrays.forEach(({ shape }, i) => {
    if (shape.length < cores[i].length)
      throw new ValueError(
        `input with shape ${tupleText(shape)} does not have enough dimensions for all core dimensions (${cores[i].map((each) => `'${each}'`).join(", ")}) on vectorized function with signature='${signature}'`,
      );
    shape.slice(shape.length - cores[i].length).forEach((n, k) => {
      const was = known.get(cores[i][k]);
      if (was !== undefined && was !== n)
        throw new ValueError(
          `inconsistent size for core dimension '${cores[i][k]}': ${n} vs ${was} on vectorized function with signature='${signature}'`,
        );
      known.set(cores[i][k], n);
    });
  });
}
