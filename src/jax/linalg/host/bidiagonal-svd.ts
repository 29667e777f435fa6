import { pairOf, smallerOf } from "./bidiagonal-pair";
import { rotation, turnColumns } from "./rotation";

/** Half a unit in the last place of float32, for which the results are. */
const EPS = 2 ** -24;
const TOLERANCE = EPS * Math.max(10, Math.min(100, EPS ** (-1 / 8)));
const TINY = 2 ** -126;

/** The diagonals, and the n-column matrices that gather left and right rotations; changed in place. */
export interface Bidiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** A part of the matrix between two rows whose off-diagonal has no zeros. */
interface Block {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Turns an upper bidiagonal matrix (diagonal d, off-diagonal e) into its singular values, the largest
 * first, in `d`, and multiplies the singular vectors into the columns of `u` and `v`. Implicit shifts, in
 * the order and with the signs of LAPACK.
 */
export function bidiagonalSvd(b: Bidiagonal): void {
  const { d, e } = b;
  const n = d.length;
  const threshold = thresholdOf(b);
  let [last, steps] = [n - 1, 6 * n * n];
  let before: Block = { top: n, bottom: -1 };
  let isDown = true;
  while (last > 0 && steps-- > 0) {
    let top = last;
    while (top > 0 && Math.abs(e[top - 1]) > threshold) top--;
    if (top > 0) e[top - 1] = 0;
    if (top === last) last--;
    else if (top === last - 1) {
      solvePair(b, top);
      last -= 2;
    } else {
      const block = { top, bottom: last };
      if (top > before.bottom || last < before.top) isDown = Math.abs(d[top]) >= Math.abs(d[last]);
      const smallest = isDown ? cutDown(b, block) : cutUp(b, block);
      if (smallest === null) continue;
      before = block;
      const shift = shiftOf(b, block, isDown, smallest);
      if (isDown) (shift === 0 ? plainDown : shiftedDown)(b, block, shift);
      else (shift === 0 ? plainUp : shiftedUp)(b, block, shift);
      const end = isDown ? last - 1 : top;
      if (Math.abs(e[end]) <= threshold) e[end] = 0;
    }
  }
  finish(b);
}

function thresholdOf({ d, e }: Bidiagonal): number {
  const n = d.length;
  let mu = Math.abs(d[0]);
  let least = mu;
  for (let i = 1; i < n && least !== 0; i++) {
    mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
    least = Math.min(least, mu);
  }
  return Math.max((TOLERANCE * least) / Math.sqrt(n), 6 * n * n * TINY);
}

/** Sets an off-diagonal that is small beside its neighbours to zero (null), or estimates the smallest value. */
function cutDown({ d, e }: Bidiagonal, { top, bottom }: Block): number | null {
  if (Math.abs(e[bottom - 1]) <= TOLERANCE * Math.abs(d[bottom])) {
    e[bottom - 1] = 0;
    return null;
  }
  let mu = Math.abs(d[top]);
  let least = mu;
  for (let i = top; i < bottom; i++) {
    if (Math.abs(e[i]) <= TOLERANCE * mu) {
      e[i] = 0;
      return null;
    }
    mu = Math.abs(d[i + 1]) * (mu / (mu + Math.abs(e[i])));
    least = Math.min(least, mu);
  }
  return least;
}

function cutUp({ d, e }: Bidiagonal, { top, bottom }: Block): number | null {
  if (Math.abs(e[top]) <= TOLERANCE * Math.abs(d[top])) {
    e[top] = 0;
    return null;
  }
  let mu = Math.abs(d[bottom]);
  let least = mu;
  for (let i = bottom - 1; i >= top; i--) {
    if (Math.abs(e[i]) <= TOLERANCE * mu) {
      e[i] = 0;
      return null;
    }
    mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i])));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf(
  { d, e }: Bidiagonal,
  { top, bottom }: Block,
  isDown: boolean,
  smallest: number,
): number {
  let largest = Math.abs(d[bottom]);
  for (let i = top; i < bottom; i++) largest = Math.max(largest, Math.abs(d[i]), Math.abs(e[i]));
  if (d.length * TOLERANCE * (smallest / largest) <= Math.max(EPS, 0.01 * TOLERANCE)) return 0;
  const at = isDown ? bottom - 1 : top;
  const shift = smallerOf(d[at], e[at], d[at + 1]);
  const start = Math.abs(d[isDown ? top : bottom]);
  return start > 0 && (shift / start) ** 2 < EPS ? 0 : shift;
}

function plainDown({ d, e, u, v }: Bidiagonal, { top, bottom }: Block): void {
  const n = d.length;
  let [cs, sn, oldCs, oldSn, r] = [1, 0, 1, 0, 0];
  for (let i = top; i < bottom; i++) {
    [cs, sn, r] = rotation(d[i] * cs, e[i]);
    if (i > top) e[i - 1] = oldSn * r;
    [oldCs, oldSn, d[i]] = rotation(oldCs * r, d[i + 1] * sn);
    turnColumns(v, n, i, cs, sn);
    turnColumns(u, n, i, oldCs, oldSn);
  }
  const h = d[bottom] * cs;
  d[bottom] = h * oldCs;
  e[bottom - 1] = h * oldSn;
}

function plainUp({ d, e, u, v }: Bidiagonal, { top, bottom }: Block): void {
  const n = d.length;
  let [cs, sn, oldCs, oldSn, r] = [1, 0, 1, 0, 0];
  for (let i = bottom; i > top; i--) {
    [cs, sn, r] = rotation(d[i] * cs, e[i - 1]);
    if (i < bottom) e[i] = oldSn * r;
    [oldCs, oldSn, d[i]] = rotation(oldCs * r, d[i - 1] * sn);
    turnColumns(v, n, i - 1, oldCs, -oldSn);
    turnColumns(u, n, i - 1, cs, -sn);
  }
  const h = d[top] * cs;
  d[top] = h * oldCs;
  e[top] = h * oldSn;
}

function startOf(x: number, shift: number): number {
  return (Math.abs(x) - shift) * ((x < 0 ? -1 : 1) + shift / x);
}

function shiftedDown({ d, e, u, v }: Bidiagonal, { top, bottom }: Block, shift: number): void {
  const n = d.length;
  let [f, g, r] = [startOf(d[top], shift), e[top], 0];
  for (let i = top; i < bottom; i++) {
    let c: number, s: number;
    [c, s, r] = rotation(f, g);
    if (i > top) e[i - 1] = r;
    [f, e[i]] = [c * d[i] + s * e[i], c * e[i] - s * d[i]];
    g = s * d[i + 1];
    d[i + 1] *= c;
    turnColumns(v, n, i, c, s);
    [c, s, d[i]] = rotation(f, g);
    [f, d[i + 1]] = [c * e[i] + s * d[i + 1], c * d[i + 1] - s * e[i]];
    if (i < bottom - 1) {
      g = s * e[i + 1];
      e[i + 1] *= c;
    }
    turnColumns(u, n, i, c, s);
  }
  e[bottom - 1] = f;
}

function shiftedUp({ d, e, u, v }: Bidiagonal, { top, bottom }: Block, shift: number): void {
  const n = d.length;
  let [f, g, r] = [startOf(d[bottom], shift), e[bottom - 1], 0];
  for (let i = bottom; i > top; i--) {
    let c: number, s: number;
    [c, s, r] = rotation(f, g);
    if (i < bottom) e[i] = r;
    [f, e[i - 1]] = [c * d[i] + s * e[i - 1], c * e[i - 1] - s * d[i]];
    g = s * d[i - 1];
    d[i - 1] *= c;
    turnColumns(u, n, i - 1, c, -s);
    [c, s, d[i]] = rotation(f, g);
    [f, d[i - 1]] = [c * e[i - 1] + s * d[i - 1], c * d[i - 1] - s * e[i - 1]];
    if (i > top + 1) {
      g = s * e[i - 2];
      e[i - 2] *= c;
    }
    turnColumns(v, n, i - 1, c, -s);
  }
  e[top] = f;
}

function solvePair({ d, e, u, v }: Bidiagonal, top: number): void {
  const { large, small, left, right } = pairOf(d[top], e[top], d[top + 1]);
  d[top] = large;
  e[top] = 0;
  d[top + 1] = small;
  turnColumns(v, d.length, top, ...right);
  turnColumns(u, d.length, top, ...left);
}

/** Makes the values positive and sorts them. */
function finish({ d, u, v }: Bidiagonal): void {
  const n = d.length;
  // A single value's sign goes to the left, others' to the right.
  const signed = n === 1 ? u : v;
  for (let i = 0; i < n; i++) {
    if (!(d[i] < 0)) continue;
    d[i] = -d[i];
    for (let at = i; at < signed.length; at += n) signed[at] = -signed[at];
  }
  for (let end = n - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if (d[j] <= d[least]) least = j;
    if (least === end) continue;
    [d[least], d[end]] = [d[end], d[least]];
    for (const z of [u, v])
      for (let at = 0; at < z.length; at += n)
        [z[at + least], z[at + end]] = [z[at + end], z[at + least]];
  }
}
