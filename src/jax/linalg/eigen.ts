import type { JaxArray } from "../array/array";
import { broadcastTo, mul } from "../core/ops";
import { bind } from "../core/trace";
import { ValueError } from "../base/errors";
import { type ArrayLike } from "../numpy/as-array";
import { eye } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { tril } from "../numpy/matrices";
import { matmul } from "../numpy/products";
import { expandDims } from "../numpy/shaping";
import { floatMatrices, matrixCall, unpacked, withDerivative } from "./matrix-call";
import { swapped, symmetrized } from "./square";

/** w and V with A V = V diag(w); dw = diag(Vᵀ dA V), dV = V (F ∘ Vᵀ dA V) with Fᵢⱼ = 1 / (wⱼ − wᵢ) off the diagonal. */
function eigenOf(x: JaxArray): JaxArray[] {
  const n = x.shape[x.shape.length - 1];
  return withDerivative(
    "eigh",
    [x],
    ([a]) => {
      const packed = matrixCall("eigh", [a], [n + n * n], ({ symmetricEigen }, one) => {
        const { values, vectors } = symmetricEigen(one, n);
        return [...values, ...vectors];
      });
      return unpacked(packed, [[n], [n, n]]);
    },
    ([a], [da]) => {
      const [w, v] = eigenOf(a);
      const moved = matmul(swapped(v), matmul(da, v));
      const one = broadcastTo(eye(n), moved.shape);
      const gaps = expandDims(w, -2).sub(expandDims(w, -1));
      const factors = one.add(gaps).pow(-1).sub(one);
      return {
        outs: [w, v],
        tangents: [diagonalOf(moved, one), matmul(v, mul(factors, moved))],
      };
    },
  );
}

/** The diagonal of the last two axes; `one` is the unit matrix in that shape. */
function diagonalOf(x: JaxArray, one: JaxArray): JaxArray {
  return bind("reduce_sum", [mul(x, one)], { axes: [x.shape.length - 1] });
}

interface EighOptions {
  /** Which triangle is read where the input is not symmetrized. */
  UPLO?: "L" | "U" | null;
  symmetrizeInput?: boolean;
}

function symmetricOperand(
  name: string,
  a: ArrayLike,
  uplo: string | null,
  mean: boolean,
): JaxArray {
  if (uplo !== null && uplo !== "L" && uplo !== "U")
    throw new ValueError(`UPLO must be one of None, 'L', or 'U', got ${uplo}`);
  const [x] = floatMatrices(name, [a]);
  if (mean) return symmetrized(x);
  // One triangle counts: mirrored, it makes the matrix.
  const lower = uplo === "U" ? swapped(x) : x;
  return tril(lower).add(swapped(tril(lower, -1)));
}

/** Eigenvalues of symmetric matrices in ascending order, and eigenvectors as columns. */
export const eigh: (
  a: ArrayLike,
  UPLO?: "L" | "U" | null | EighOptions,
  symmetrizeInput?: boolean | EighOptions,
) => JaxArray[] = define(
  "jax.numpy.linalg",
  "eigh(@a, UPLO=None, symmetrize_input=True)",
  (a: ArrayLike, uplo: "L" | "U" | null = null, symmetrizeInput = true) =>
    eigenOf(symmetricOperand("eigh", a, uplo, symmetrizeInput)),
);

/** Eigenvalues of symmetric matrices in ascending order. */
export const eigvalsh: (
  a: ArrayLike,
  UPLO?: "L" | "U" | null | EighOptions,
  options?: EighOptions,
) => JaxArray = define(
  "jax.numpy.linalg",
  "eigvalsh(@a, UPLO='L', *, symmetrize_input=True)",
  (a: ArrayLike, uplo: "L" | "U" | null = "L", symmetrizeInput = true) =>
    eigenOf(symmetricOperand("eigvalsh", a, uplo, symmetrizeInput))[0],
);
