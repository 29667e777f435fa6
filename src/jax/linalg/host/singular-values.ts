import { bidiagonalSvd } from "./bidiagonal-svd";
import { qrOf, reflectColumns, reflector, reflectRows } from "./householder";
import { identity } from "./lu";
import { rotation } from "./rotation";

/** U (m × m or m × k), the k = min(m, n) singular values, and Vᵀ (n × n or k × n). */
export interface Svd {
  readonly u: Float64Array;
  readonly values: Float64Array;
  readonly vt: Float64Array;
}

function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const t = new Float64Array(a.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) t[j * rows + i] = a[i * columns + j];
  return t;
}

function product(a: Float64Array, b: Float64Array, inner: number, columns: number): Float64Array {
  const rows = inner === 0 ? 0 : a.length / inner;
  const c = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++)
      for (let j = 0; j < columns; j++) c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
  return c;
}

/** Ones on the diagonal of a rows × columns matrix that begins with `corner`, of n columns. */
function extended(corner: Float64Array, n: number, rows: number, columns: number): Float64Array {
  const u = new Float64Array(rows * columns);
  for (let i = 0; i < columns; i++) {
    if (i >= n) u[i * columns + i] = 1;
    else u.set(corner.subarray(i * n, i * n + n), i * columns);
  }
  return u;
}

/** Singular values of an m × n matrix, the largest first, with their vectors; `full` makes both square. */
export function svdOf(matrix: Float64Array, m: number, n: number, full: boolean): Svd {
  const isWide = m < n;
  const [rows, columns] = isWide ? [n, m] : [m, n];
  const tall = isWide ? transposed(matrix, m, n) : matrix;
  const k = full ? rows : columns;
  const { u, values, vt } = isElongated(rows, columns)
    ? elongatedSvd(tall, rows, columns, k, isWide)
    : tallSvd(tall, rows, columns, k, isWide);
  if (!isWide) return { u, values, vt };
  return { u: transposed(vt, columns, columns), values, vt: transposed(u, rows, k) };
}

function isElongated(rows: number, columns: number): boolean {
  return columns > 0 && rows > columns && rows >= Math.floor((11 * columns) / 6);
}

/** Much taller than wide: the triangle of a QR factorisation has the same singular values. */
function elongatedSvd(a: Float64Array, m: number, n: number, k: number, isWide: boolean): Svd {
  const { q, r } = qrOf(a, m, n, k);
  const triangle = r.slice(0, n * n);
  const inner = tallSvd(isWide ? transposed(triangle, n, n) : triangle, n, n, n, false);
  const [left, right] = isWide
    ? [transposed(inner.vt, n, n), transposed(inner.u, n, n)]
    : [inner.u, inner.vt];
  return { u: product(q, extended(left, n, k, k), k, k), values: inner.values, vt: right };
}

/** Turns a lower bidiagonal matrix into an upper one; gives the rotations of rows i and i + 1. */
function toUpper(d: Float64Array, e: Float64Array): (readonly [c: number, s: number])[] {
  return Array.from(e, (off, i) => {
    const [c, s, r] = rotation(d[i], off);
    d[i] = r;
    e[i] = s * d[i + 1];
    d[i + 1] *= c;
    return [c, s];
  });
}

/** The same for m ≥ n, with U of k columns. A transposed matrix is worked on as it was before. */
function tallSvd(a: Float64Array, m: number, n: number, k: number, isTransposed: boolean): Svd {
  const { d, e, lefts, rights } = bidiagonal(a.slice(), m, n);
  const rotations = isTransposed ? toUpper(d, e) : [];
  const [corner, v] = [identity(n), identity(n)];
  bidiagonalSvd(isTransposed ? { d, e, u: v, v: corner } : { d, e, u: corner, v });
  for (let i = rotations.length - 1; i >= 0; i--) turnRowsBack(v, n, i, ...rotations[i]);
  const u = extended(corner, n, m, k);
  for (let j = n - 1; j >= 0; j--) reflectRows(u, k, lefts[j].v, lefts[j].tau, j, 0);
  for (let j = n - 2; j >= 0; j--) reflectRows(v, n, rights[j].v, rights[j].tau, j + 1, 0);
  return { u, values: d, vt: transposed(v, n, n) };
}

function turnRowsBack(z: Float64Array, n: number, i: number, c: number, s: number): void {
  for (let j = 0; j < n; j++) {
    const [upper, lower] = [z[i * n + j], z[(i + 1) * n + j]];
    z[i * n + j] = c * upper - s * lower;
    z[(i + 1) * n + j] = c * lower + s * upper;
  }
}

interface Reflection {
  readonly v: Float64Array;
  readonly tau: number;
}

/** Reflections from both sides that leave a diagonal d and the one above it, e. Changes `a`. */
function bidiagonal(
  a: Float64Array,
  m: number,
  n: number,
): { d: Float64Array; e: Float64Array; lefts: Reflection[]; rights: Reflection[] } {
  const [d, e] = [new Float64Array(n), new Float64Array(Math.max(0, n - 1))];
  const [lefts, rights]: Reflection[][] = [[], []];
  for (let j = 0; j < n; j++) {
    const v = Float64Array.from({ length: m - j }, (_, i) => a[(j + i) * n + j]);
    const left = reflector(v);
    d[j] = left.beta;
    reflectRows(a, n, v, left.tau, j, j + 1);
    lefts.push({ v, tau: left.tau });
    if (j + 1 >= n) continue;
    const w = a.slice(j * n + j + 1, (j + 1) * n);
    const right = reflector(w);
    e[j] = right.beta;
    reflectColumns(a, n, w, right.tau, j + 1, j + 1);
    rights.push({ v: w, tau: right.tau });
  }
  return { d, e, lefts, rights };
}
