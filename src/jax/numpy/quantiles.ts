import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import {
  binaryOp,
  constLike,
  convert,
  fullLike,
  reshape,
  select,
  transpose,
  unaryOp,
} from "../core/ops";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, type Axis } from "./axis";
import { define } from "./function-table";
import { gatheredAlong, sortedAlong } from "./ordering";
import { floating, reduced } from "./reduce-parts";
import { any, sum } from "./reductions";
import { stack } from "./joining";
import { array, type ArraySource } from "./creation";

const METHODS = ["linear", "lower", "higher", "midpoint", "nearest"] as const;
type Method = (typeof METHODS)[number];

interface QuantileOptions {
  axis?: Axis;
  method?: Method;
  keepdims?: boolean;
}
type Quantile = (
  a: ArrayLike,
  q: ArraySource,
  axis?: Axis | QuantileOptions,
  options?: QuantileOptions,
) => JaxArray;

/** The reduced axes joined as one last axis. */
function joined(x: JaxArray, axes: readonly number[]): JaxArray {
  const kept = range(x.shape.length).filter((i) => !axes.includes(i));
  const moved = transpose(x, [...kept, ...axes]);
  const shape = kept.map((i) => x.shape[i]);
  return reshape(moved, [...shape, sizeOf(axes.map((i) => x.shape[i]))]);
}

/** Between two neighbours, by the method. */
function between(low: JaxArray, high: JaxArray, weight: JaxArray, method: Method): JaxArray {
  if (method === "lower") return low;
  if (method === "higher") return high;
  if (method === "midpoint") return low.add(high).mul(0.5);
  const one = constLike(weight, 1);
  if (method === "linear") return low.mul(binaryOp("sub", one, weight)).add(high.mul(weight));
  const isHigh = binaryOp("gt", weight, constLike(weight, 0.5));
  return select(isHigh, low, high);
}

/** One quantile (q is 0-d) of each lane along the last axis; `numbers` counts those that are no NaN. */
function oneQuantile(sorted: JaxArray, numbers: JaxArray, q: JaxArray, method: Method): JaxArray {
  const last = binaryOp(
    "max",
    binaryOp("sub", numbers, constLike(numbers, 1)),
    constLike(numbers, 0),
  );
  const place = last.mul(convert(q, last.dtype));
  const below = unaryOp("floor", place);
  const above = unaryOp("ceil", place);
  const weight = place.sub(below);
  const read = (index: JaxArray): JaxArray => {
    const at = convert(binaryOp("max", binaryOp("min", index, last), constLike(last, 0)), "int32");
    const column = reshape(at, [...at.shape, 1]);
    return reshape(gatheredAlong(sorted, column, sorted.shape.length - 1), at.shape);
  };
  return between(read(below), read(above), weight, method);
}

function quantileOf(
  a: ArrayLike,
  q: ArraySource,
  axis: Axis | undefined,
  method: Method,
  keepdims: boolean,
  ignoresNan: boolean,
): JaxArray {
  if (!METHODS.includes(method))
    throw new ValueError(
      "method can only be 'linear', 'lower', 'higher', 'midpoint', or 'nearest'",
    );
  const x = floating(asArray(a, "quantile"), null);
  const axes = normalAxes(axis, x.shape.length);
  const lanes = joined(x, axes);
  const end = lanes.shape.length - 1;
  const isNan = binaryOp("ne", lanes, lanes);
  const sorted = sortedAlong(lanes, end);
  const total = fullLike(lanes, lanes.shape[end], lanes.shape.slice(0, -1));
  const missing = convert(sum(isNan, { axis: -1 }), lanes.dtype);
  const numbers = ignoresNan ? binaryOp("sub", total, missing) : total;
  const one = (each: JaxArray): JaxArray => {
    const value = oneQuantile(sorted, numbers, each, method);
    const undefinedLane = ignoresNan
      ? binaryOp("eq", numbers, constLike(numbers, 0))
      : any(isNan, { axis: -1 });
    const known = select(undefinedLane, value, fullLike(value, NaN));
    return reduced(x, axes, keepdims, known);
  };
  const wanted = floating(array(q), null);
  if (wanted.shape.length === 0) return one(wanted);
  if (wanted.shape.length > 1)
    throw new ValueError(`q must be have rank <= 1, got shape (${wanted.shape.join(", ")})`);
  return stack([...wanted].map(one));
}

const PARAMETERS =
  "axis=None, out!=None, overwrite_input!=False, method='linear', keepdims=False, *, weights!=None";

function quantiles(name: string, scale: number, ignoresNan: boolean, more = ""): Quantile {
  return define(
    "jax.numpy",
    `${name}(@a, @q, ${PARAMETERS}${more})`,
    (a: ArrayLike, q: ArraySource, axis?: Axis, method: Method = "linear", keepdims = false) =>
      quantileOf(a, scale === 1 ? q : array(q).div(scale), axis, method, keepdims, ignoresNan),
  );
}
/** The value below which a share q (0 … 1) of the elements lies; a vector of shares gives a new first axis. */
export const quantile: Quantile = quantiles("quantile", 1, false);
/** The value below which q percent of the elements lie. */
export const percentile: Quantile = quantiles("percentile", 100, false, ", out_sharding!=None");
/** `quantile` of the elements that are numbers. */
export const nanquantile: Quantile = quantiles("nanquantile", 1, true);
/** `percentile` of the elements that are numbers. */
export const nanpercentile: Quantile = quantiles("nanpercentile", 100, true);

type Median = (
  a: ArrayLike,
  axis?: Axis | { axis?: Axis; keepdims?: boolean },
  options?: { axis?: Axis; keepdims?: boolean },
) => JaxArray;

function middles(name: string, ignoresNan: boolean): Median {
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, overwrite_input!=False, keepdims=False)`,
    (a: ArrayLike, axis?: Axis, keepdims = false) =>
      quantileOf(a, 0.5, axis, "midpoint", keepdims, ignoresNan),
  );
}
/** The middle element, or the mean of the two middle ones. */
export const median: Median = middles("median", false);
/** `median` of the elements that are numbers. */
export const nanmedian: Median = middles("nanmedian", true);
