import { svdOf } from "./singular-values";

/** A⁺ of an m × n matrix; singular values up to `share` of the largest count as zero. */
export function pseudoInverse(
  one: Float64Array,
  m: number,
  n: number,
  share: number,
): Float64Array {
  const { u, values, vt } = svdOf(one, m, n, false);
  const k = values.length;
  const out = new Float64Array(n * m);
  values.forEach((s, r) => {
    if (!(s > share * values[0])) return;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) out[i * m + j] += (vt[r * n + i] * u[j * k + r]) / s;
  });
  return out;
}
