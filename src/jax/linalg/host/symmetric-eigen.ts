import { reflectColumns, reflector, reflectRows } from "./householder";
import { identity } from "./lu";
import { tridiagonalEigen } from "./tridiagonal-eigen";

/**
 * Eigenvalues in ascending order and eigenvectors as columns of a symmetric n × n matrix. The steps are
 * those of LAPACK (reflections to three diagonals, then implicit shifts), so that signs agree as well.
 */
export function symmetricEigen(
  matrix: Float64Array,
  n: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = matrix.slice();
  const reflections: { v: Float64Array; tau: number }[] = [];
  const off = new Float64Array(Math.max(0, n - 1));
  for (let j = 0; j + 1 < n; j++) {
    const v = Float64Array.from({ length: n - j - 1 }, (_, i) => a[(j + 1 + i) * n + j]);
    const { beta, tau } = reflector(v);
    reflectRows(a, n, v, tau, j + 1, j + 1);
    reflectColumns(a, n, v, tau, j + 1, j + 1);
    off[j] = beta;
    reflections.push({ v, tau });
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => a[i * n + i]);
  const vectors = identity(n);
  tridiagonalEigen(diagonal, off, vectors);
  for (let j = reflections.length - 1; j >= 0; j--)
    reflectRows(vectors, n, reflections[j].v, reflections[j].tau, j + 1, 0);
  return { values: diagonal, vectors };
}
