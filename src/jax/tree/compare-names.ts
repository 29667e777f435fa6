const WHOLE = /^(0|[1-9]\d*)$/;

/** The order of names in trees: by code units; whole numbers among themselves by size, as Python's integer keys. */
export function compareNames(a: string, b: string): number {
  if (WHOLE.test(a) && WHOLE.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
