import type { JaxArray } from "../array/array";
import { mul, transpose } from "../core/ops";
import { range } from "../array/aval";
import { type ArrayLike } from "../numpy/as-array";
import { define } from "../numpy/function-table";
import { trace } from "../numpy/matrices";
import { matmul } from "../numpy/products";
import { sum } from "../numpy/reductions";
import { expandDims } from "../numpy/shaping";
import { readIndex } from "../numpy/indexing";
import { inverseOf } from "./inverse";
import { floatMatrices, matrixCall, withDerivative } from "./matrix-call";
import { sideOf, swapped } from "./square";

/** The derivative of the determinant in each element, C = det(A) A⁻ᵀ; dC = tr(A⁻¹dA) C − A⁻ᵀ dAᵀ C. */
function cofactorsOf(x: JaxArray): JaxArray {
  const n = x.shape[x.shape.length - 1];
  const [out] = withDerivative(
    "cofactors",
    [x],
    ([a]) => [matrixCall("cofactors", [a], [n, n], ({ cofactors }, one) => cofactors(one, n))],
    ([a], [da]) => {
      const c = cofactorsOf(a);
      const moved = matmul(inverseOf(a), da);
      const size = expandDims(traceOf(moved), [-2, -1]);
      return { outs: [c], tangents: [size.mul(c).sub(matmul(swapped(moved), c))] };
    },
  );
  return out;
}

/** The sum of the diagonal of the last two axes. */
function traceOf(x: JaxArray): JaxArray {
  return trace(x, { axis1: -2, axis2: -1 });
}

/** By elimination; d det(A) = Σ C ∘ dA with the cofactors C. */
function determinantOf(x: JaxArray): JaxArray {
  const n = x.shape[x.shape.length - 1];
  const [out] = withDerivative(
    "det",
    [x],
    ([a]) => [
      matrixCall("det", [a], [], ({ determinant, luOf }, one) => [determinant(luOf(one, n))]),
    ],
    ([a], [da]) => ({
      outs: [determinantOf(a)],
      tangents: [sum(mul(cofactorsOf(a), da), [-2, -1])],
    }),
  );
  return out;
}

/** Written out for up to three rows, as in JAX: exact zeros for the usual singular examples. */
function writtenOut(x: JaxArray, n: number): JaxArray {
  // The matrix axes first, so that rows and elements are read by position.
  const rank = x.shape.length;
  const front = transpose(x, [rank - 2, rank - 1, ...range(rank - 2)]);
  const at = (i: number, j: number): JaxArray => readIndex(front, [i, j]);
  const product = (...list: JaxArray[]): JaxArray => list.reduce((a, b) => mul(a, b));
  if (n === 1) return at(0, 0);
  if (n === 2) return product(at(0, 0), at(1, 1)).sub(product(at(0, 1), at(1, 0)));
  return product(at(0, 0), at(1, 1), at(2, 2))
    .add(product(at(0, 1), at(1, 2), at(2, 0)))
    .add(product(at(0, 2), at(1, 0), at(2, 1)))
    .sub(product(at(0, 2), at(1, 1), at(2, 0)))
    .sub(product(at(0, 0), at(1, 2), at(2, 1)))
    .sub(product(at(0, 1), at(1, 0), at(2, 2)));
}

/** The determinant of square matrices along the last two axes. */
export const det: (a: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "det(@a)",
  (a: ArrayLike) => {
    const [x] = floatMatrices("det", [a]);
    const n = sideOf(x, "_det()");
    return n >= 1 && n <= 3 ? writtenOut(x, n) : determinantOf(x);
  },
);

/** Sign and logarithm of the absolute value; d log|det A| = tr(A⁻¹ dA). */
function signedLog(x: JaxArray): JaxArray[] {
  const n = x.shape[x.shape.length - 1];
  return withDerivative(
    "slogdet",
    [x],
    ([a]) =>
      [0, 1].map((part) =>
        matrixCall("slogdet", [a], [], ({ logDeterminant, luOf }, one) => [
          logDeterminant(luOf(one, n))[part],
        ]),
      ),
    ([a], [da]) => {
      const [sign, log] = signedLog(a);
      return { outs: [sign, log], tangents: [sign.mul(0), traceOf(matmul(inverseOf(a), da))] };
    },
  );
}

/** The determinant as its sign and the logarithm of its absolute value, which cannot overflow. */
export const slogdet: (a: ArrayLike) => JaxArray[] = define(
  "jax.numpy.linalg",
  "slogdet(@a, *, method!=None)",
  (a: ArrayLike) => {
    const [x] = floatMatrices("slogdet", [a]);
    sideOf(x, "slogdet()");
    return signedLog(x);
  },
);
