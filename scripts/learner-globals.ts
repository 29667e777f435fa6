/**
 * Declarations of what a learner's program finds without importing it. The worker installs these
 * (src/worker/install-console.ts and install-plot.ts); a worker's other globals are left out on purpose.
 */
export const LEARNER_GLOBALS = `
interface Console {
  /** Prints values; arrays as NumPy writes them. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  table(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  assert(condition: unknown, ...values: unknown[]): void;
}
declare const console: Console;

/** Prints values, as console.log does. */
declare function print(...values: unknown[]): void;

/** Draws a series of numbers under the program. */
declare function plot(
  values: import("jax").Array | readonly (number | import("jax").Array)[],
  options?: { readonly label?: string },
): void;

interface Performance {
  /** Milliseconds since the worker started. */
  now(): number;
}
declare const performance: Performance;
`;
