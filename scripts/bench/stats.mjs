/** Small statistics over raw measurements. */

/** @param {readonly number[]} values at least one */
export function median(values) {
  if (values.length === 0) throw new Error("The median of no values was asked for.");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Median of the ratios of values measured in the same round: noise that hits a whole round cancels.
 * @param {readonly number[]} values
 * @param {readonly number[]} base of the same length
 */
export function pairedRatio(values, base) {
  return median(values.map((value, round) => value / base[round]));
}

/** @param {number} value e.g. 12.345 -> "12.3", 1234.5 -> "1,235" */
export function compact(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** @param {number} value e.g. 1.2 -> "1.20 ×" */
export function times(value) {
  return `${value.toFixed(2)} ×`;
}
