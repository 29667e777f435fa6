import type { JaxArray } from "../array/array";
import { broadcastTo, mul } from "../core/ops";
import { NotImplementedError } from "../base/errors";
import { type ArrayLike } from "../numpy/as-array";
import { eye } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { matmul } from "../numpy/products";
import { sum } from "../numpy/reductions";
import { expandDims } from "../numpy/shaping";
import { floatMatrices, matrixCall, unpacked, withDerivative } from "./matrix-call";
import { sidesOf, swapped } from "./square";

/**
 * U, s and Vᵀ with U diag(s) Vᵀ = A. With P = Uᵀ dA V and Fᵢⱼ = 1 / (sⱼ² − sᵢ²) off the diagonal:
 * ds = diag(P), dU = U (F ∘ (P s + s Pᵀ)), dV = V (F ∘ (s P + Pᵀ s)), and for the longer side what lies
 * outside of its vectors, divided by s.
 */
export function singularOf(x: JaxArray, full: boolean): JaxArray[] {
  const [m, n] = x.shape.slice(-2);
  const k = Math.min(m, n);
  const [left, right] = [
    [m, full ? m : k],
    [full ? n : k, n],
  ];
  return withDerivative(
    "svd",
    [x],
    ([a]) => {
      const size = left[0] * left[1] + k + right[0] * right[1];
      const packed = matrixCall("svd", [a], [size], ({ svdOf }, one) => {
        const { u, values, vt } = svdOf(one, m, n, full);
        return [...u, ...values, ...vt];
      });
      return unpacked(packed, [left, [k], right]);
    },
    ([a], [da]) => {
      if (full && m !== n)
        throw new NotImplementedError(
          "Singular value decomposition JVP not implemented for full matrices",
        );
      const [u, s, vt] = singularOf(a, full);
      const { du, ds, dv } = moved(da, u, s, swapped(vt), m - n);
      return { outs: [u, s, vt], tangents: [du, ds, swapped(dv)] };
    },
  );
}

function moved(
  da: JaxArray,
  u: JaxArray,
  s: JaxArray,
  v: JaxArray,
  taller: number,
): { du: JaxArray; ds: JaxArray; dv: JaxArray } {
  const p = matmul(matmul(swapped(u), da), v);
  const one = broadcastTo(eye(p.shape[p.shape.length - 1]), p.shape);
  const [row, column] = [expandDims(s, -2), expandDims(s, -1)];
  const gaps = row.add(column).mul(row.sub(column));
  const factors = one.add(gaps).pow(-1).sub(one);
  const [ps, sp] = [p.mul(row), column.mul(p)];
  let du = matmul(u, factors.mul(ps.add(swapped(ps))));
  let dv = matmul(v, factors.mul(sp.add(swapped(sp))));
  if (taller > 0) {
    const outside = matmul(da, v);
    du = du.add(outside.sub(matmul(u, matmul(swapped(u), outside))).div(row));
  }
  if (taller < 0) {
    const outside = matmul(swapped(da), u);
    dv = dv.add(outside.sub(matmul(v, matmul(swapped(v), outside))).div(row));
  }
  return { du, ds: sum(mul(p, one), -1), dv };
}

interface SvdOptions {
  /** Whether U and Vᵀ are square (the default). */
  fullMatrices?: boolean;
  /** Whether U and Vᵀ are wanted beside the singular values (the default). */
  computeUv?: boolean;
}
/** U, the singular values (the largest first) and Vᵀ; without `computeUv` the singular values alone. */
export const svd: {
  (a: ArrayLike, options: SvdOptions & { computeUv: false }): JaxArray;
  (a: ArrayLike, fullMatrices?: boolean | SvdOptions, options?: SvdOptions): JaxArray[];
} = define(
  "jax.numpy.linalg",
  "svd(@a, full_matrices=True, compute_uv=True, hermitian!=False, subset_by_index!=None)",
  (a: ArrayLike, fullMatrices = true, computeUv = true) => {
    const [x] = floatMatrices("svd", [a]);
    sidesOf(x, "svd");
    return computeUv ? singularOf(x, fullMatrices) : singularOf(x, false)[1];
  },
);

/** The singular values, the largest first. */
export const svdvals: (x: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "svdvals(@x, /)",
  (a: ArrayLike) => {
    const [x] = floatMatrices("svdvals", [a]);
    sidesOf(x, "svd");
    return singularOf(x, false)[1];
  },
);
