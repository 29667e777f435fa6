import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fromHost } from "../array/concrete";
import { constLike, convert } from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError, NotImplementedError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { max, mean, min } from "./reductions";
import { broadcastTo } from "./shaping";
import { part } from "./splitting";
import { median } from "./quantiles";

type Pairs = readonly (readonly [number, number])[];
type Width = number | readonly number[] | readonly (readonly number[])[];
type Mode =
  | "constant"
  | "edge"
  | "empty"
  | "linear_ramp"
  | "maximum"
  | "mean"
  | "median"
  | "minimum"
  | "reflect"
  | "symmetric"
  | "wrap";
interface PadOptions {
  mode?: Mode;
  constantValues?: ArrayLike | Width;
  endValues?: ArrayLike | Width;
  statLength?: Width | null;
  reflectType?: "even" | "odd";
}

function isIntegral(width: unknown): boolean {
  return Array.isArray(width) ? width.every(isIntegral) : Number.isInteger(width);
}

/** One pair of numbers for each axis: from a number, a pair for all axes, or a pair for each. */
function pairsOf(what: string, width: Width, rank: number): Pairs {
  if (what === "pad_width" && !isIntegral(width))
    throw new JaxTypeError("`pad_width` must be of integral type.");
  const rows = typeof width === "number" ? [[width, width]] : width;
  const lists = rows.map((row) => (typeof row === "number" ? [row] : [...row]));
  const isFlat = typeof width !== "number" && width.every((each) => typeof each === "number");
  const pairs = isFlat && lists.length === 2 ? [[lists[0][0], lists[1][0]]] : lists;
  const full = pairs.map((pair): [number, number] => [
    pair[0],
    pair.length > 1 ? pair[1] : pair[0],
  ]);
  if (full.length === rank) return full;
  if (full.length === 1) return new Array<[number, number]>(rank).fill(full[0]);
  throw new ValueError(
    `jnp.pad: ${what} with nd=${full.length} has unsupported shape for an array of ${rank} axes`,
  );
}

/** The source position of each place around n elements, by how a mode continues them. */
function source(mode: "edge" | "reflect" | "symmetric" | "wrap", n: number, i: number): number {
  if (mode === "edge") return Math.min(n - 1, Math.max(0, i));
  if (mode === "wrap") return ((i % n) + n) % n;
  const period = mode === "symmetric" ? 2 * n : Math.max(1, 2 * (n - 1));
  const at = ((i % period) + period) % period;
  return at < n ? at : period - at - (mode === "symmetric" ? 1 : 0);
}

function continued(
  x: JaxArray,
  pairs: Pairs,
  mode: "edge" | "reflect" | "symmetric" | "wrap",
): JaxArray {
  return pairs.reduce((value, [low, high], axis) => {
    const n = x.shape[axis];
    if (low + high === 0) return value;
    const index = Int32Array.from(range(low + n + high), (i) => source(mode, n, i - low));
    return bind("gather", [value, fromHost([index.length], "int32", false, index)], { axis });
  }, x);
}

/** Puts blocks of the given values before and behind, axis by axis. */
function framed(
  x: JaxArray,
  pairs: Pairs,
  blockOf: (value: JaxArray, axis: number, side: 0 | 1, width: number) => JaxArray,
): JaxArray {
  return pairs.reduce((value, [low, high], axis) => {
    const before = low > 0 ? [blockOf(value, axis, 0, low)] : [];
    const after = high > 0 ? [blockOf(value, axis, 1, high)] : [];
    return concatenate([...before, value, ...after], axis);
  }, x);
}

function blockShape(x: JaxArray, axis: number, width: number): number[] {
  return x.shape.map((n, i) => (i === axis ? width : n));
}

const STATISTICS = { maximum: max, minimum: min, mean, median };

function statistic(
  x: JaxArray,
  pairs: Pairs,
  mode: keyof typeof STATISTICS,
  length?: Width | null,
): JaxArray {
  const lengths =
    length === null || length === undefined ? null : pairsOf("stat_length", length, x.shape.length);
  return framed(x, pairs, (value, axis, side, width) => {
    const n = value.shape[axis];
    const take = Math.min(n, lengths?.[axis][side] ?? n);
    const rows = side === 0 ? part(value, axis, 0, take) : part(value, axis, n - take, n);
    const one = STATISTICS[mode](rows, { axis, keepdims: true });
    return broadcastTo(convert(one, x.dtype), blockShape(value, axis, width));
  });
}

function ramp(x: JaxArray, pairs: Pairs, ends: Pairs): JaxArray {
  return framed(x, pairs, (value, axis, side, width) => {
    const n = value.shape[axis];
    const edge = side === 0 ? part(value, axis, 0, 1) : part(value, axis, n - 1, n);
    const share = Float32Array.from(range(width), (i) => (side === 0 ? i : width - 1 - i) / width);
    const shape = value.shape.map((_, i) => (i === axis ? width : 1));
    const weights = fromHost(shape, "float32", false, share);
    const end = constLike(edge, ends[axis][side]);
    return edge.sub(end).mul(weights).add(end).astype(x.dtype);
  });
}

function constants(x: JaxArray, pairs: Pairs, values: ArrayLike | Width): JaxArray {
  if (typeof values !== "number" && Array.isArray(values)) {
    const each = pairsOf("constant_values", values as Width, x.shape.length);
    return framed(x, pairs, (value, axis, side, width) =>
      broadcastTo(constLike(x, each[axis][side]), blockShape(value, axis, width)),
    );
  }
  const filler = convert(asArray(values, "pad"), x.dtype, x.weak);
  return bind("pad", [x, filler], { config: pairs.map(([low, high]) => [low, high, 0] as const) });
}

/** Puts elements around an array: zeros or constants, its edge, a mirror image, a statistic, a ramp. */
export const pad: (
  array: ArrayLike,
  padWidth: Width,
  mode?: Mode | PadOptions,
  options?: PadOptions,
) => JaxArray = define(
  "jax.numpy",
  "pad(@array, pad_width, mode='constant', **kwargs)",
  (
    array: ArrayLike,
    padWidth: Width,
    mode: Mode = "constant",
    keywords: Record<string, unknown> = {},
  ) => {
    const x = asArray(array, "pad");
    const pairs = pairsOf("pad_width", padWidth, x.shape.length);
    if (pairs.flat().some((width) => width < 0 || !Number.isInteger(width)))
      throw new ValueError("index can't contain negative values");
    const given = optionsOf(mode, keywords);
    if (mode === "constant") return constants(x, pairs, given.constantValues ?? 0);
    if (mode === "empty") return constants(x, pairs, 0);
    if (mode === "linear_ramp")
      return ramp(x, pairs, pairsOf("end_values", (given.endValues ?? 0) as Width, x.shape.length));
    if (mode in STATISTICS)
      return statistic(x, pairs, mode as keyof typeof STATISTICS, given.statLength);
    if (mode === "edge" || mode === "wrap" || mode === "reflect" || mode === "symmetric")
      return continued(x, pairs, mode);
    throw new NotImplementedError(`Unimplemented padding mode '${mode as string}' for np.pad.`);
  },
);

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  constant: ["constantValues"],
  linear_ramp: ["endValues"],
  maximum: ["statLength"],
  mean: ["statLength"],
  median: ["statLength"],
  minimum: ["statLength"],
  reflect: ["reflectType"],
  symmetric: ["reflectType"],
};

function optionsOf(mode: string, keywords: Record<string, unknown>): PadOptions {
  const camel = Object.entries(keywords).map(([key, value]): [string, unknown] => [
    key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  for (const [key, value] of camel) {
    if (!(KEYWORDS[mode] ?? []).includes(key))
      throw new JaxTypeError(
        `pad() got an unexpected keyword argument '${key}' for mode '${mode}'`,
      );
    if (key === "reflectType" && value !== "even")
      throw new NotImplementedError("pad() mirrors with reflect_type='even' alone on this page.");
  }
  return Object.fromEntries(camel);
}
