/**
 * A number for a sentence: four significant digits, no trailing zeros, plain notation where it stays
 * short (0.00213, 12.5, 1.2e-7).
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}
