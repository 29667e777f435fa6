/**
 * A number for a sentence: four significant digits, no trailing zeros, plain notation where it stays
 * short (0.00213, 12.5, 1.2e-7).
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** A number for a table or an axis: five significant digits, never a long tail. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e6 ? value.toExponential(2) : String(Number(value.toPrecision(5)));
}

/** A multiple: two decimals, a true minus sign, and a zero without a sign. */
export function formatFactor(value: number): string {
  return (Math.abs(value) < 0.005 ? 0 : value).toFixed(2).replace("-", "−");
}

/** 41.3 → "41 ms", 2345 → "2.3 s"; no run takes 0 ms. */
export function formatMilliseconds(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}
