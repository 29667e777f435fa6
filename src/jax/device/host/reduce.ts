import type { HostData } from "../host-data";

export type ReduceName =
  "reduce_sum" | "reduce_max" | "reduce_min" | "reduce_prod" | "reduce_and" | "reduce_or";

interface Rule {
  readonly start: (isFloat: boolean, isUnsigned: boolean) => number;
  readonly step: (total: number, x: number) => number;
}

/** Integer sums stay exact in double up to 2^53; storing them wraps around. */
const RULES: { readonly [P in ReduceName]: Rule } = {
  reduce_sum: { start: () => 0, step: (total, x) => total + x },
  reduce_max: {
    start: (isFloat, isUnsigned) => (isFloat ? -Infinity : isUnsigned ? 0 : -(2 ** 31)),
    step: (total, x) => (x > total || x !== x ? x : total),
  },
  reduce_min: {
    start: (isFloat, isUnsigned) => (isFloat ? Infinity : isUnsigned ? 2 ** 32 - 1 : 2 ** 31 - 1),
    step: (total, x) => (x < total || x !== x ? x : total),
  },
  reduce_prod: { start: () => 1, step: (total, x) => total * x },
  reduce_and: { start: () => 1, step: (total, x) => total & x },
  reduce_or: { start: () => 0, step: (total, x) => total | x },
};

const INT_PROD: Rule = { start: () => 1, step: Math.imul };

/**
 * Reduces rows: `data` is [outer, inner], or [inner, outer] where `columns` is set; float sums and
 * products are taken in double precision.
 */
export function hostReduce(
  name: ReduceName,
  data: HostData,
  out: HostData,
  inner: number,
  columns: boolean,
): HostData {
  const isFloat = data instanceof Float32Array;
  const rule = name === "reduce_prod" && !isFloat ? INT_PROD : RULES[name];
  const start =
    data instanceof Uint8Array && name !== "reduce_sum"
      ? Math.min(1, Math.max(0, rule.start(false, false)))
      : rule.start(isFloat, data instanceof Uint32Array);
  const outer = out.length;
  const [rowStep, step] = columns ? [1, outer] : [inner, 1];
  for (let o = 0; o < outer; o++) {
    let total = start;
    for (let i = 0, p = o * rowStep; i < inner; i++, p += step) total = rule.step(total, data[p]);
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
