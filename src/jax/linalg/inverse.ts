import type { JaxArray } from "../array/array";
import { neg } from "../core/ops";
import { ValueError } from "../base/errors";
import { type ArrayLike } from "../numpy/as-array";
import { define } from "../numpy/function-table";
import { matmul } from "../numpy/products";
import { expandDims, squeeze } from "../numpy/shaping";
import { floatMatrices, matrixCall, withDerivative } from "./matrix-call";
import { sideOf } from "./square";

/** The inverse of square float32 matrices; d(A⁻¹) = −A⁻¹ dA A⁻¹. */
export function inverseOf(x: JaxArray): JaxArray {
  const n = x.shape[x.shape.length - 1];
  const [inverse] = withDerivative(
    "inv",
    [x],
    ([a]) => [
      matrixCall("inv", [a], [n, n], ({ identity, luOf, luSolve }, one) =>
        luSolve(luOf(one, n), identity(n), n),
      ),
    ],
    ([a], [da]) => {
      const out = inverseOf(a);
      return { outs: [out], tangents: [neg(matmul(out, matmul(da, out)))] };
    },
  );
  return inverse;
}

/** X of A X = B; dX = A⁻¹ (dB − dA X). */
export function solutionOf(left: JaxArray, right: JaxArray): JaxArray {
  const [n, columns] = right.shape.slice(-2);
  const [solution] = withDerivative(
    "solve",
    [left, right],
    ([a, b]) => [
      matrixCall("solve", [a, b], [n, columns], ({ luOf, luSolve }, one, many) =>
        luSolve(luOf(one, n), many, columns),
      ),
    ],
    ([a, b], [da, db]) => {
      const x = solutionOf(a, b);
      return { outs: [x], tangents: [matmul(inverseOf(a), db.sub(matmul(da, x)))] };
    },
  );
  return solution;
}

/** The inverse of square matrices along the last two axes. A singular one gives infinities and NaN. */
export const inv: (a: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "inv(@a)",
  (a: ArrayLike) => {
    const [x] = floatMatrices("inv", [a]);
    sideOf(x, "inv", ".");
    return inverseOf(x);
  },
);

function inconsistent(a: number, b: number, signature: string): ValueError {
  return new ValueError(
    `inconsistent size for core dimension 'm': ${a} vs ${b} on vectorized function with excluded=frozenset() and signature='${signature}'`,
  );
}

/**
 * x of A x = b for square A: b is one vector, or holds the right-hand sides as columns of matrices.
 * Leading axes broadcast.
 */
export const solve: (a: ArrayLike, b: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "solve(@a, @b)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = floatMatrices("solve", [a, b]);
    const isVector = y.shape.length === 1;
    const signature = isVector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)";
    if (x.shape.length < 2 || y.shape.length < 1)
      throw new ValueError(
        `solve needs a matrix and a vector or matrix, got shapes (${x.shape.join(", ")}) and (${y.shape.join(", ")}).`,
      );
    const [rows, columns] = x.shape.slice(-2);
    if (rows !== columns) throw inconsistent(columns, rows, signature);
    const right = isVector ? expandDims(y, -1) : y;
    const length = right.shape[right.shape.length - 2];
    if (length !== rows) throw inconsistent(length, rows, signature);
    const solution = solutionOf(x, right);
    return isVector ? squeeze(solution, -1) : solution;
  },
);
