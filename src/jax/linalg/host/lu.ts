/** A square matrix in row-major order, as the product of a permutation, a lower and an upper triangle. */
export interface LuFactors {
  readonly n: number;
  /** Both triangles in one matrix; the lower one has ones on its diagonal, which are not kept. */
  readonly packed: Float64Array;
  /** Row i of the product is row `rows[i]` of the matrix. */
  readonly rows: Int32Array;
  /** 1 or −1: the sign of the permutation. */
  readonly sign: number;
}

/** Gaussian elimination with row exchanges. A zero pivot stays and leads to infinities, as in LAPACK. */
export function luOf(matrix: Float64Array, n: number): LuFactors {
  const a = matrix.slice();
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    const best = largestBelow(a, n, k);
    if (best !== k) {
      swapRows(a, n, k, best);
      [rows[k], rows[best]] = [rows[best], rows[k]];
      sign = -sign;
    }
    const pivot = a[k * n + k];
    if (pivot === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k] / pivot;
      a[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
    }
  }
  return { n, packed: a, rows, sign };
}

function largestBelow(a: Float64Array, n: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) best = i;
  return best;
}

function swapRows(a: Float64Array, n: number, i: number, j: number): void {
  for (let k = 0; k < n; k++) [a[i * n + k], a[j * n + k]] = [a[j * n + k], a[i * n + k]];
}

/** X of A X = B for `columns` right-hand sides, in row-major order. */
export function luSolve(
  { n, packed, rows }: LuFactors,
  b: Float64Array,
  columns: number,
): Float64Array {
  const x = new Float64Array(n * columns);
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < n; i++) {
      let total = b[rows[i] * columns + c];
      for (let k = 0; k < i; k++) total -= packed[i * n + k] * x[k * columns + c];
      x[i * columns + c] = total;
    }
    for (let i = n - 1; i >= 0; i--) {
      let total = x[i * columns + c];
      for (let k = i + 1; k < n; k++) total -= packed[i * n + k] * x[k * columns + c];
      x[i * columns + c] = total / packed[i * n + i];
    }
  }
  return x;
}

/** The n × n matrix with ones on its diagonal. */
export function identity(n: number): Float64Array {
  const one = new Float64Array(n * n);
  for (let i = 0; i < n; i++) one[i * n + i] = 1;
  return one;
}

/** Sign of the determinant and the logarithm of its size; (0, −∞) for a singular matrix. */
export function logDeterminant({ n, packed, sign }: LuFactors): [sign: number, log: number] {
  let [total, turned] = [0, sign];
  for (let i = 0; i < n; i++) {
    const each = packed[i * n + i];
    turned *= Math.sign(each);
    total += Math.log(Math.abs(each));
  }
  return [turned, total];
}

/** The determinant: the product of the pivots with the permutation's sign. */
export function determinant({ n, packed, sign }: LuFactors): number {
  let product = sign;
  for (let i = 0; i < n; i++) product *= packed[i * n + i];
  return product;
}

/** What is left of a matrix without one row and one column. */
function minor(matrix: Float64Array, n: number, row: number, column: number): Float64Array {
  return matrix.filter((_, at) => Math.floor(at / n) !== row && at % n !== column);
}

/** The derivative of the determinant in each element: signed determinants of the minors. */
export function cofactors(matrix: Float64Array, n: number): Float64Array {
  const factors = luOf(matrix, n);
  const det = determinant(factors);
  if (det !== 0) {
    const inverse = luSolve(factors, identity(n), n);
    return Float64Array.from(matrix, (_, at) => det * inverse[(at % n) * n + Math.floor(at / n)]);
  }
  return Float64Array.from(matrix, (_, at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    const value = determinant(luOf(minor(matrix, n, row, column), n - 1));
    return (row + column) % 2 === 0 ? value : -value;
  });
}
