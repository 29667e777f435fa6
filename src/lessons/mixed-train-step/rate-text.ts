const LARGEST_DENOMINATOR = 12;

/** A multiple of lr as a program would write it: "2 · lr", "lr / 4", "2 · lr / 3", "0.75 · lr". */
export function rateText(factor: number): string {
  const sign = factor < 0 ? "−" : "";
  const size = Math.abs(factor);
  if (size === 1) return `${sign}lr`;
  if (isWhole(1 / size)) return `${sign}lr / ${Math.round(1 / size)}`;
  const decimal = Number(size.toPrecision(3));
  if (decimal !== size) {
    for (let denominator = 3; denominator <= LARGEST_DENOMINATOR; denominator++) {
      if (isWhole(size * denominator))
        return `${sign}${Math.round(size * denominator)} · lr / ${denominator}`;
    }
  }
  return `${sign}${decimal} · lr`;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** A plain factor, in three digits at most. */
export function factorText(factor: number): string {
  return String(Number(factor.toPrecision(3))).replace("-", "−");
}
