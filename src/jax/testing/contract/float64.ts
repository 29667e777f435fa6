/** Small float64 arithmetic on row-major number lists: what the facade's float32 results are compared with. */

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Variance with division by n, as `jnp.var` has it. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

/** (n, k) by (k, m) → (n, m). */
export function matmul(
  a: readonly number[],
  b: readonly number[],
  [n, k, m]: readonly [n: number, k: number, m: number],
): number[] {
  return Array.from({ length: n * m }, (_, at) => {
    const [row, column] = [Math.floor(at / m), at % m];
    return sum(Array.from({ length: k }, (__, i) => a[row * k + i] * b[i * m + column]));
  });
}

/** The rows of a matrix with `columns` columns. */
export function rows(values: readonly number[], columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
}

/** The columns of a matrix with `count` columns. */
export function columns(values: readonly number[], count: number): number[][] {
  return Array.from({ length: count }, (_, column) =>
    values.filter((__, at) => at % count === column),
  );
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log of the sum of exponentials, safe for large values. */
export function logSumExp(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(sum(values.map((value) => Math.exp(value - top))));
}

/** GELU by its tanh formula, JAX's default. */
export function gelu(x: number): number {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
}

/**
 * Gradient of a scalar function of several number lists by central differences. In float64 with this
 * step the error is about 1e-10 for functions and arguments of order one.
 */
export function numericalGradient(
  f: (args: readonly (readonly number[])[]) => number,
  args: readonly (readonly number[])[],
): number[][] {
  const step = 1e-5;
  return args.map((arg, which) =>
    arg.map((value, at) => {
      const moved = (by: number): number =>
        f(args.map((other, i) => (i === which ? other.with(at, value + by) : other)));
      return (moved(step) - moved(-step)) / (2 * step);
    }),
  );
}
