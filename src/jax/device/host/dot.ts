import { flushed, withoutDenormals } from "../../array/denormals";
import type { HostData } from "../../array/host-data";
import { hasSimd, simdDot } from "../wasm/simd-dot";
import { floatDot } from "./float-dot";

/** Extents of a batched matrix product; the operands are [batch, m, k] and [batch, k, n]. */
export interface DotSize {
  readonly batch: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** Multiplications from which WebAssembly's start and copies pay; smaller products keep their double sums. */
const LEAST_FOR_SIMD = 2 ** 12;

/**
 * out = a · b, with either operand read transposed ([batch, k, m], [batch, n, k]).
 * Integers wrap around. Floats are summed in double precision, in large products in float32 as `simdDot` says.
 */
export function hostDot(
  a: HostData,
  b: HostData,
  out: HostData,
  size: DotSize,
  transposeA: boolean,
  transposeB: boolean,
): HostData {
  const { batch, m, k, n } = size;
  const [aRow, aStep] = transposeA ? [1, m] : [k, 1];
  const [bCol, bStep] = transposeB ? [k, 1] : [1, n];
  if (a instanceof Float32Array && b instanceof Float32Array && out instanceof Float32Array) {
    const isFast = m * k * n >= LEAST_FOR_SIMD && hasSimd();
    const multiply = isFast ? simdDot : floatDot;
    // The kernel takes and gives no denormals by itself.
    const [left, right] = isFast ? [a, b] : [withoutDenormals(a), withoutDenormals(b)];
    for (let bi = 0; bi < batch; bi++)
      multiply(
        { data: left, start: bi * m * k, row: aRow, column: aStep },
        { data: right, start: bi * k * n, row: bStep, column: bCol },
        out,
        bi * m * n,
        m,
        k,
        n,
      );
    return isFast ? out : flushed(out);
  }
  const row = new Int32Array(n);
  for (let bi = 0; bi < batch; bi++)
    for (let i = 0; i < m; i++) {
      row.fill(0);
      const aStart = bi * m * k + i * aRow;
      for (let p = 0; p < k; p++) {
        const x = a[aStart + p * aStep];
        const bStart = bi * k * n + p * bStep;
        for (let j = 0; j < n; j++) row[j] = (row[j] + Math.imul(x, b[bStart + j * bCol])) | 0;
      }
      out.set(row, (bi * m + i) * n);
    }
  return out;
}
