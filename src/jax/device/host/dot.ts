import type { HostData } from "../../array/host-data";
import { floatDot } from "./float-dot";

/** Extents of a batched matrix product; the operands are [batch, m, k] and [batch, k, n]. */
export interface DotSize {
  readonly batch: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/**
 * out = a · b, with either operand read transposed ([batch, k, m], [batch, n, k]).
 * Products are summed in double precision for floats and wrap around for integers.
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
    for (let bi = 0; bi < batch; bi++)
      floatDot(
        { data: a, start: bi * m * k, row: aRow, column: aStep },
        { data: b, start: bi * k * n, row: bStep, column: bCol },
        out,
        bi * m * n,
        m,
        k,
        n,
      );
    return out;
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
