/**
 * The lower triangle L with L Lᵀ = A, in row-major order; NaN on and below the diagonal if A is not
 * positive definite.
 */
export function choleskyOf(a: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let total = a[i * n + j];
      for (let k = 0; k < j; k++) total -= lower[i * n + k] * lower[j * n + k];
      if (i === j && !(total > 0)) return notANumberBelow(n);
      lower[i * n + j] = i === j ? Math.sqrt(total) : total / lower[j * n + j];
    }
  return lower;
}

function notANumberBelow(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => (at % n <= Math.floor(at / n) ? NaN : 0));
}
