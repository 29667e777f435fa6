import type { PrngKey } from "./key";
import { normal } from "./normal";

/**
 * `count` matrices of n rows and m columns, each drawn evenly from those with orthonormal columns (rows where n < m):
 * `jax.random.orthogonal`. Q of a normal draw's QR decomposition with a positive diagonal of R, which is one of a kind.
 * Source: Mezzadri, How to generate random matrices from the classical compact groups, 2007.
 */
export function orthogonal(key: PrngKey, count: number, n: number, m: number): Float32Array {
  const [long, short] = [Math.max(n, m), Math.min(n, m)];
  const drawn = normal(key, count * long * short);
  const out = new Float32Array(drawn.length);
  for (let at = 0; at < drawn.length; at += long * short) {
    const columns = orthonormal(columnsOf(drawn.subarray(at, at + long * short), long, short));
    const [rowStep, columnStep] = n < m ? [1, long] : [short, 1];
    columns.forEach((column, j) =>
      column.forEach((value, i) => (out[at + i * rowStep + j * columnStep] = value)),
    );
  }
  return out;
}

function columnsOf(values: Float32Array, rows: number, columns: number): Float64Array[] {
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_each, i) => values[i * columns + j]),
  );
}

/** Columns made orthonormal one after another; a second pass takes away what rounding left of the first. */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const column of columns) {
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        const shared = dot(column, other);
        column.forEach((value, i) => (column[i] = value - shared * other[i]));
      }
    }
    const length = Math.sqrt(dot(column, column));
    done.push(column.map((value) => value / length));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
