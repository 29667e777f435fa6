/**
 * A reflection H = I − tau · v vᵀ with v[0] = 1 that maps `x` to (beta, 0, …). Like LAPACK's: beta has
 * the sign opposite to x[0], and nothing is reflected if the rest is zero already. `x` becomes v.
 */
export function reflector(x: Float64Array): { readonly beta: number; readonly tau: number } {
  const [alpha] = x;
  const rest = Math.hypot(...x.subarray(1));
  if (x.length === 0 || rest === 0) {
    if (x.length > 0) x[0] = 1;
    return { beta: alpha, tau: 0 };
  }
  const size = Math.hypot(alpha, rest);
  const beta = alpha >= 0 ? -size : size;
  for (let i = 1; i < x.length; i++) x[i] /= alpha - beta;
  x[0] = 1;
  return { beta, tau: (beta - alpha) / beta };
}

/** H A on rows from `row` and columns from `column` of an (…, width) matrix in row-major order. */
export function reflectRows(
  a: Float64Array,
  width: number,
  v: Float64Array,
  tau: number,
  row: number,
  column: number,
): void {
  if (tau === 0) return;
  for (let j = column; j < width; j++) {
    let total = 0;
    for (let i = 0; i < v.length; i++) total += v[i] * a[(row + i) * width + j];
    for (let i = 0; i < v.length; i++) a[(row + i) * width + j] -= tau * total * v[i];
  }
}

/** A H on columns from `column` and rows from `row` of an (…, width) matrix in row-major order. */
export function reflectColumns(
  a: Float64Array,
  width: number,
  v: Float64Array,
  tau: number,
  row: number,
  column: number,
): void {
  if (tau === 0) return;
  for (let i = row; i * width < a.length; i++) {
    let total = 0;
    for (let j = 0; j < v.length; j++) total += v[j] * a[i * width + column + j];
    for (let j = 0; j < v.length; j++) a[i * width + column + j] -= tau * total * v[j];
  }
}

/** Orthogonal Q (m × k) and upper R (k × n) with Q R = A, of an m × n matrix; k is m or min(m, n). */
export function qrOf(
  matrix: Float64Array,
  m: number,
  n: number,
  k: number,
): { readonly q: Float64Array; readonly r: Float64Array } {
  const a = matrix.slice();
  const steps = Math.min(m, n);
  const reflections: { v: Float64Array; tau: number }[] = [];
  for (let j = 0; j < steps; j++) {
    const v = Float64Array.from({ length: m - j }, (_, i) => a[(j + i) * n + j]);
    const { tau } = reflector(v);
    reflectRows(a, n, v, tau, j, j);
    for (let i = j + 1; i < m; i++) a[i * n + j] = 0;
    reflections.push({ v, tau });
  }
  const q = new Float64Array(m * k);
  for (let i = 0; i < k; i++) q[i * k + i] = 1;
  for (let j = steps - 1; j >= 0; j--)
    reflectRows(q, k, reflections[j].v, reflections[j].tau, j, j);
  return { q, r: a.slice(0, k * n) };
}
