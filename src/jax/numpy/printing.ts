import { checkOptions } from "../base/check-options";
import { printOptions, setPrintOptions, type PrintOptions } from "../format/print-options";

export type { PrintOptions };

/**
 * Sets how arrays are written from now on.
 *
 * ```ts
 * jnp.setPrintoptions({ precision: 3, suppress: true });
 * ```
 */
export function setPrintoptions(options: Partial<PrintOptions>): void {
  checkOptions("set_printoptions", options, Object.keys(printOptions()));
  setPrintOptions(options);
}

/** The options that arrays are written with. */
export function getPrintoptions(): PrintOptions {
  return printOptions();
}
