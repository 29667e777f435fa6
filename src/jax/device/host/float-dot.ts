/** One operand's matrix: where it starts, and how far its elements are apart along each of its sides. */
export interface Strided {
  readonly data: Float32Array;
  readonly start: number;
  readonly row: number;
  readonly column: number;
}

/** A product of float32 matrices [m, k] and [k, n], summed in double precision, into `out` from `at`. */
export function floatDot(
  a: Strided,
  b: Strided,
  out: Float32Array,
  at: number,
  m: number,
  k: number,
  n: number,
): void {
  if (b.row === 1 && b.column !== 1) byColumns(a, b, out, at, m, k, n);
  else byRows(a, b, out, at, m, k, n);
}

/**
 * Two rows of the result at a time, which take up four rows of `b` in one pass: eight multiplications for
 * each time that the sums are loaded and stored. `b` lies in rows.
 */
function byRows(
  a: Strided,
  b: Strided,
  out: Float32Array,
  at: number,
  m: number,
  k: number,
  n: number,
): void {
  const upper = new Float64Array(n);
  const lower = new Float64Array(n);
  for (let i = 0; i < m; i += 2) {
    // An odd last row is computed twice.
    const j = Math.min(i + 1, m - 1);
    upper.fill(0);
    lower.fill(0);
    for (let p = 0; p + 4 <= k; p += 4) addFour(a, b, i, j, p, n, upper, lower);
    for (let p = k - (k % 4); p < k; p++) addOne(a, b, i, j, p, n, upper, lower);
    out.set(upper, at + i * n);
    if (j > i) out.set(lower, at + j * n);
  }
}

function addFour(
  { data: x, start, row, column }: Strided,
  { data: y, start: from, row: below }: Strided,
  i: number,
  j: number,
  p: number,
  n: number,
  upper: Float64Array,
  lower: Float64Array,
): void {
  const u = start + i * row + p * column;
  const l = start + j * row + p * column;
  const [u0, u1, u2, u3] = [x[u], x[u + column], x[u + 2 * column], x[u + 3 * column]];
  const [l0, l1, l2, l3] = [x[l], x[l + column], x[l + 2 * column], x[l + 3 * column]];
  const q0 = from + p * below;
  const q1 = q0 + below;
  const q2 = q1 + below;
  const q3 = q2 + below;
  for (let c = 0; c < n; c++) {
    const y0 = y[q0 + c];
    const y1 = y[q1 + c];
    const y2 = y[q2 + c];
    const y3 = y[q3 + c];
    upper[c] += u0 * y0 + u1 * y1 + u2 * y2 + u3 * y3;
    lower[c] += l0 * y0 + l1 * y1 + l2 * y2 + l3 * y3;
  }
}

function addOne(
  { data: x, start, row, column }: Strided,
  { data: y, start: from, row: below }: Strided,
  i: number,
  j: number,
  p: number,
  n: number,
  upper: Float64Array,
  lower: Float64Array,
): void {
  const u = x[start + i * row + p * column];
  const l = x[start + j * row + p * column];
  const q = from + p * below;
  for (let c = 0; c < n; c++) {
    upper[c] += u * y[q + c];
    lower[c] += l * y[q + c];
  }
}

/** Four sums at a time, each along a column of `b`, which lies in columns. */
function byColumns(
  { data: x, start, row, column }: Strided,
  { data: y, start: from, column: next }: Strided,
  out: Float32Array,
  at: number,
  m: number,
  k: number,
  n: number,
): void {
  const line = new Float64Array(k);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) line[p] = x[start + i * row + p * column];
    let c = 0;
    for (; c + 4 <= n; c += 4) fourSums(line, y, from + c * next, next, out, at + i * n + c);
    for (; c < n; c++) out[at + i * n + c] = oneSum(line, y, from + c * next);
  }
}

function fourSums(
  line: Float64Array,
  y: Float32Array,
  from: number,
  next: number,
  out: Float32Array,
  at: number,
): void {
  const [q1, q2, q3] = [from + next, from + 2 * next, from + 3 * next];
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let p = 0; p < line.length; p++) {
    const x = line[p];
    s0 += x * y[from + p];
    s1 += x * y[q1 + p];
    s2 += x * y[q2 + p];
    s3 += x * y[q3 + p];
  }
  out[at] = s0;
  out[at + 1] = s1;
  out[at + 2] = s2;
  out[at + 3] = s3;
}

function oneSum(line: Float64Array, y: Float32Array, from: number): number {
  let sum = 0;
  for (let p = 0; p < line.length; p++) sum += line[p] * y[from + p];
  return sum;
}
