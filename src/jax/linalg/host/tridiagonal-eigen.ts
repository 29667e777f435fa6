import { rotation, turnColumns } from "./rotation";

/** What counts as zero beside 1: half a unit in the last place of float32, for which the results are. */
const EPS = 2 ** -24;
const TINY = 2 ** -126;

/** Diagonal, off-diagonal and vectors while they are being worked on; changed in place. */
interface Tridiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly z: Float64Array;
}

/**
 * Turns a symmetric tridiagonal matrix (diagonal d, off-diagonal e) into its eigenvalues in ascending
 * order, in `d`, and multiplies its eigenvectors into the columns of the n × n matrix `z`.
 */
export function tridiagonalEigen(d: Float64Array, e: Float64Array, z: Float64Array): void {
  const n = d.length;
  const t = { d, e, z };
  let budget = 30 * n;
  for (let start = 0, end = 0; start < n; start = end + 1) {
    end = blockEnd(t, start);
    if (start === end) continue;
    const isUp = Math.abs(d[end]) < Math.abs(d[start]);
    budget -= isUp ? sweepUp(t, end, start, budget) : sweepDown(t, start, end, budget);
  }
  sortColumns(t);
}

/** The last row of the part that begins at `start` and hangs together. */
function blockEnd({ d, e }: Tridiagonal, start: number): number {
  for (let m = start; m + 1 < d.length; m++) {
    const size = Math.abs(e[m]);
    if (size <= Math.sqrt(Math.abs(d[m])) * Math.sqrt(Math.abs(d[m + 1])) * EPS) {
      e[m] = 0;
      return m;
    }
  }
  return d.length - 1;
}

function isNegligible({ d, e }: Tridiagonal, m: number): boolean {
  return e[m] ** 2 <= EPS ** 2 * Math.abs(d[m]) * Math.abs(d[m + 1]) + TINY;
}

/** A shift from the 2 × 2 corner at `near`, seen from `far`. */
function shifted(t: Tridiagonal, near: number, next: number, off: number, far: number): number {
  const p = t.d[near];
  const g = (t.d[next] - p) / (2 * t.e[off]);
  const r = Math.hypot(g, 1);
  return t.d[far] - p + t.e[off] / (g + (g >= 0 ? r : -r));
}

/** QL steps: eigenvalues appear at the top. Gives how many steps were taken. */
function sweepDown(t: Tridiagonal, first: number, last: number, budget: number): number {
  const { d, e, z } = t;
  const n = d.length;
  let steps = 0;
  for (let l = first; l <= last && steps < budget;) {
    let m = l;
    while (m < last && !isNegligible(t, m)) m++;
    if (m < last) e[m] = 0;
    if (m === l) l++;
    else if (m === l + 1) {
      solvePair(t, l);
      l += 2;
    } else {
      steps++;
      let g = shifted(t, l, l + 1, l, m);
      let [s, c, p] = [1, 1, 0];
      for (let i = m - 1; i >= l; i--) {
        const [f, b] = [s * e[i], c * e[i]];
        const [cosine, sine, length] = rotation(g, f);
        [c, s] = [cosine, sine];
        if (i !== m - 1) e[i + 1] = length;
        g = d[i + 1] - p;
        const r = (d[i] - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        turnColumns(z, n, i, c, -s);
      }
      d[l] -= p;
      e[l] = g;
    }
  }
  return steps;
}

/** QR steps: eigenvalues appear at the bottom. Gives how many steps were taken. */
function sweepUp(t: Tridiagonal, first: number, last: number, budget: number): number {
  const { d, e, z } = t;
  const n = d.length;
  let steps = 0;
  for (let l = first; l >= last && steps < budget;) {
    let m = l;
    while (m > last && !isNegligible(t, m - 1)) m--;
    if (m > last) e[m - 1] = 0;
    if (m === l) l--;
    else if (m === l - 1) {
      solvePair(t, m);
      l -= 2;
    } else {
      steps++;
      let g = shifted(t, l, l - 1, l - 1, m);
      let [s, c, p] = [1, 1, 0];
      for (let i = m; i < l; i++) {
        const [f, b] = [s * e[i], c * e[i]];
        const [cosine, sine, length] = rotation(g, f);
        [c, s] = [cosine, sine];
        if (i !== m) e[i - 1] = length;
        g = d[i] - p;
        const r = (d[i + 1] - g) * s + 2 * c * b;
        p = s * r;
        d[i] = g + p;
        g = c * r - b;
        turnColumns(z, n, i, c, s);
      }
      d[l] -= p;
      e[l - 1] = g;
    }
  }
  return steps;
}

/** The eigenvalues of the 2 × 2 part at l, the larger in size first. */
function solvePair({ d, e, z }: Tridiagonal, l: number): void {
  const [a, b, c] = [d[l], e[l], d[l + 1]];
  const [sum, difference, twice] = [a + c, a - c, 2 * b];
  const root = Math.hypot(difference, twice);
  const sign = sum < 0 ? -1 : 1;
  const large = sum === 0 ? root / 2 : (sum + sign * root) / 2;
  const [big, small] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  d[l] = large;
  d[l + 1] = sum === 0 ? -root / 2 : (big / large) * small - (b / large) * b;
  e[l] = 0;
  const side = difference >= 0 ? 1 : -1;
  const leg = difference + side * root;
  let [cosine, sine] = [1, 0];
  if (Math.abs(leg) > Math.abs(twice)) {
    const ratio = -twice / leg;
    sine = 1 / Math.hypot(1, ratio);
    cosine = ratio * sine;
  } else if (twice !== 0) {
    const ratio = -leg / twice;
    cosine = 1 / Math.hypot(1, ratio);
    sine = ratio * cosine;
  }
  if (sign === side) [cosine, sine] = [-sine, cosine];
  turnColumns(z, d.length, l, cosine, sine);
}

function sortColumns({ d, z }: Tridiagonal): void {
  const n = d.length;
  for (let i = 0; i + 1 < n; i++) {
    let k = i;
    for (let j = i + 1; j < n; j++) if (d[j] < d[k]) k = j;
    if (k === i) continue;
    [d[i], d[k]] = [d[k], d[i]];
    for (let at = 0; at < n * n; at += n) [z[at + i], z[at + k]] = [z[at + k], z[at + i]];
  }
}
