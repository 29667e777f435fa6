/** How arrays are written. */
export interface PrintOptions {
  /** Digits after the point, at most. */
  readonly precision: number;
  /** Arrays of more elements are summarised … */
  readonly threshold: number;
  /** … to this many at each edge. */
  readonly edgeitems: number;
  /** Columns of a line. */
  readonly linewidth: number;
  /** Whether small numbers are written without an exponent. */
  readonly suppress: boolean;
}

/** NumPy's. */
const DEFAULTS: PrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
};

let current = DEFAULTS;

export function printOptions(): PrintOptions {
  return current;
}

/** Changes some of the options for all arrays that are written afterwards. */
export function setPrintOptions(changes: Partial<PrintOptions>): void {
  current = { ...current, ...changes };
}

/** NumPy's options again. */
export function resetPrintOptions(): void {
  current = DEFAULTS;
}
