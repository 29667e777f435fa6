import type { JaxArray } from "../array/array";
import { add, broadcastTo, mul, sub } from "../core/ops";
import { NotImplementedError, ValueError } from "../base/errors";
import { type ArrayLike } from "../numpy/as-array";
import { define } from "../numpy/function-table";
import { eye } from "../numpy/creation";
import { tril } from "../numpy/matrices";
import { matmul } from "../numpy/products";
import { inverseOf } from "./inverse";
import { floatMatrices, matrixCall, unpacked, withDerivative } from "./matrix-call";
import { sidesOf, swapped, symmetrized } from "./square";

/** The lower triangle of a square matrix with half of its diagonal. */
function halfLower(x: JaxArray): JaxArray {
  return tril(x).sub(mul(x, broadcastTo(eye(x.shape[x.shape.length - 1]), x.shape)).mul(0.5));
}

/** L of A = L Lᵀ for symmetric A; dL = L Φ(L⁻¹ dA L⁻ᵀ) with Φ the lower triangle, its diagonal halved. */
function lowerFactor(x: JaxArray): JaxArray {
  const n = x.shape[x.shape.length - 1];
  const [out] = withDerivative(
    "cholesky",
    [x],
    ([a]) => [matrixCall("cholesky", [a], [n, n], ({ choleskyOf }, one) => choleskyOf(one, n))],
    ([a], [da]) => {
      const lower = lowerFactor(a);
      const inverse = inverseOf(lower);
      const inner = matmul(matmul(inverse, da), swapped(inverse));
      return { outs: [lower], tangents: [matmul(lower, halfLower(inner))] };
    },
  );
  return out;
}

interface CholeskyOptions {
  /** Whether to give the upper triangle U of A = Uᵀ U. */
  upper?: boolean;
  /** Whether to use the mean of the matrix and its transpose (the default). */
  symmetrizeInput?: boolean;
}
/** The lower triangle L of A = L Lᵀ; NaN where A is not positive definite. */
export const cholesky: (a: ArrayLike, options?: CholeskyOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "cholesky(@a, *, upper=False, symmetrize_input=True)",
  (a: ArrayLike, upper = false, symmetrizeInput = true) => {
    const [x] = floatMatrices("cholesky", [a]);
    const lower = lowerFactor(symmetrizeInput ? symmetrized(x) : x);
    return upper ? swapped(lower) : lower;
  },
);

/** Q and R with Q R = A; dQ and dR follow from QᵀQ = 1 and R being a triangle. */
function orthogonalTriangle(x: JaxArray, m: number, n: number, k: number): JaxArray[] {
  return withDerivative(
    "qr",
    [x],
    ([a]) => {
      const packed = matrixCall("qr", [a], [m * k + k * n], ({ qrOf }, one) => {
        const { q, r } = qrOf(one, m, n, k);
        return [...q, ...r];
      });
      return unpacked(packed, [
        [m, k],
        [k, n],
      ]);
    },
    ([a], [da]) => {
      if (m < n || k !== Math.min(m, n))
        throw new NotImplementedError(
          "Unimplemented case of QR decomposition derivative: it needs at least as many rows as columns, and mode='reduced'.",
        );
      const [q, r] = orthogonalTriangle(a, m, n, k);
      const moved = matmul(da, inverseOf(r));
      const inner = matmul(swapped(q), moved);
      const below = tril(inner, -1);
      const turn = sub(below, swapped(below));
      return {
        outs: [q, r],
        tangents: [add(matmul(q, sub(turn, inner)), moved), matmul(sub(inner, turn), r)],
      };
    },
  );
}

type QrMode = "reduced" | "complete" | "r";
/** Orthogonal Q and upper triangle R with Q R = A; with mode "r" R alone. */
export const qr: {
  (a: ArrayLike, mode?: "reduced" | "complete" | { mode?: "reduced" | "complete" }): JaxArray[];
  (a: ArrayLike, mode: "r" | { mode: "r" }): JaxArray;
} = define(
  "jax.numpy.linalg",
  "qr(@a, mode='reduced')",
  (a: ArrayLike, mode: QrMode = "reduced") => {
    if (!["reduced", "complete", "r"].includes(mode))
      throw new ValueError(`Unsupported QR decomposition mode '${mode}'`);
    const [x] = floatMatrices("qr", [a]);
    const [m, n] = sidesOf(x, "qr");
    const [q, r] = orthogonalTriangle(x, m, n, mode === "complete" ? m : Math.min(m, n));
    return mode === "r" ? r : [q, r];
  },
);
