import { INTEGER_RANGE, type DType } from "../../base/dtype";
import type { HostData } from "../../array/host-data";

export type ReduceName =
  "reduce_sum" | "reduce_max" | "reduce_min" | "reduce_prod" | "reduce_and" | "reduce_or";

/** Integer sums stay exact in double up to 2^53; storing them wraps around. */
const STEP: { readonly [P in ReduceName]: (total: number, x: number) => number } = {
  reduce_sum: (total, x) => total + x,
  // Of two zeros the larger is 0, and the smaller −0.
  reduce_max: (total, x) => Math.max(total, x),
  reduce_min: (total, x) => Math.min(total, x),
  reduce_prod: (total, x) => total * x,
  reduce_and: (total, x) => total & x,
  reduce_or: (total, x) => total | x,
};

/** What a reduction over nothing gives, and every other one starts from. */
function startOf(name: ReduceName, dtype: DType): number {
  const [low, high] = INTEGER_RANGE[dtype] ?? (dtype === "bool" ? [0, 1] : [-Infinity, Infinity]);
  switch (name) {
    case "reduce_sum":
    case "reduce_or":
      return 0;
    case "reduce_prod":
      return 1;
    case "reduce_and":
      return dtype === "bool" ? 1 : -1;
    case "reduce_max":
      return low;
    case "reduce_min":
      return high;
  }
}

/**
 * Reduces rows: `data` is [outer, inner], or [inner, outer] where `columns` is set; float sums and
 * products are taken in double precision.
 */
export function hostReduce(
  name: ReduceName,
  data: HostData,
  dtype: DType,
  out: HostData,
  inner: number,
  columns: boolean,
): HostData {
  const isFloat = data instanceof Float32Array;
  const step = name === "reduce_prod" && !isFloat ? Math.imul : STEP[name];
  const start = startOf(name, dtype);
  const outer = out.length;
  const [rowStep, stride] = columns ? [1, outer] : [inner, 1];
  for (let o = 0; o < outer; o++) {
    let total = start;
    for (let i = 0, p = o * rowStep; i < inner; i++, p += stride) total = step(total, data[p]);
    out[o] = total;
  }
  return out;
}

/** Index of the first largest (or smallest) element of each row; NaN counts as both. */
export function hostArg(data: HostData, out: HostData, inner: number, largest: boolean): HostData {
  for (let o = 0; o < out.length; o++) {
    let best = 0;
    for (let i = 1; i < inner; i++) {
      const x = data[o * inner + i];
      const y = data[o * inner + best];
      if (y === y && (x !== x || (largest ? x > y : x < y))) best = i;
    }
    out[o] = best;
  }
  return out;
}

/** Running sums along rows, from either end. */
export function hostCumsum(
  data: HostData,
  out: HostData,
  inner: number,
  reverse: boolean,
): HostData {
  for (let start = 0; start < out.length; start += inner) {
    let total = 0;
    for (let k = 0; k < inner; k++) {
      const i = start + (reverse ? inner - 1 - k : k);
      total += data[i];
      out[i] = total;
    }
  }
  return out;
}
