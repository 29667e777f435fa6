/** Cosine, sine and length with c·f + s·g = r and c·g − s·f = 0; the cosine is not negative. */
export function rotation(f: number, g: number): readonly [c: number, s: number, r: number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, Math.sign(g), Math.abs(g)];
  const r = Math.sign(f) * Math.hypot(f, g);
  return [Math.abs(f) / Math.abs(r), g / r, r];
}

/** Turns columns j and j + 1 of an n-column matrix in row-major order. */
export function turnColumns(z: Float64Array, n: number, j: number, c: number, s: number): void {
  for (let at = j; at < z.length; at += n) {
    const [left, right] = [z[at], z[at + 1]];
    z[at + 1] = c * right - s * left;
    z[at] = s * right + c * left;
  }
}
