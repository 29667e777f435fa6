import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { greater, where } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { matmul } from "../numpy/products";
import { any, max, sum } from "../numpy/reductions";
import { expandDims, squeeze } from "../numpy/shaping";
import { inverseOf } from "./inverse";
import { floatMatrices, matrixCall, withDerivative } from "./matrix-call";
import { norm } from "./norms";
import { singularOf } from "./singular";
import { sideOf, swapped } from "./square";

/** Half the distance from 1 to the next float32, doubled: what NumPy calls eps. */
const EPS = 2 ** -23;

/** A⁺; dA⁺ = −A⁺ dA A⁺ + A⁺A⁺ᵀ dAᵀ (1 − A A⁺) + (1 − A⁺A) dAᵀ A⁺ᵀA⁺. */
function pseudoInverseOf(x: JaxArray, share: number): JaxArray {
  const [m, n] = x.shape.slice(-2);
  const [out] = withDerivative(
    "pinv",
    [x],
    ([a]) => [
      matrixCall("pinv", [a], [n, m], ({ pseudoInverse }, one) => pseudoInverse(one, m, n, share)),
    ],
    ([a], [da]) => {
      const p = pseudoInverseOf(a, share);
      const [pt, dat] = [swapped(p), swapped(da)];
      const inside = matmul(p, matmul(da, p));
      const wide = matmul(matmul(p, pt), dat);
      const tall = matmul(dat, matmul(pt, p));
      const first = wide.sub(matmul(matmul(wide, a), p));
      const second = tall.sub(matmul(p, matmul(a, tall)));
      return { outs: [p], tangents: [first.add(second).sub(inside)] };
    },
  );
  return out;
}

interface PinvOptions {
  /** Singular values below this share of the largest count as zero; 10 · max(m, n) · eps unless given. */
  rtol?: number | null;
  rcond?: number | null;
}
/** The pseudo-inverse of matrices along the last two axes. */
export const pinv: (a: ArrayLike, rtol?: number | null | PinvOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "pinv(@a, rtol=None, hermitian!=False, *, rcond=None)",
  (a: ArrayLike, rtol?: number | null, rcond?: number | null) => {
    const [x] = floatMatrices("pinv", [a]);
    if (x.shape.length < 2)
      throw new ValueError(`not enough values to unpack (expected 2, got ${x.shape.length})`);
    return pseudoInverseOf(x, rtol ?? rcond ?? 10 * Math.max(...x.shape.slice(-2)) * EPS);
  },
);

interface RankOptions {
  rtol?: ArrayLike | null;
  tol?: ArrayLike | null;
}
/** How many singular values are not (nearly) zero, int32. */
export const matrixRank: (M: ArrayLike, rtol?: ArrayLike | null | RankOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "matrix_rank(@M, ~rtol=None, *, hermitian!=False, ~tol=None)",
  (matrix: ArrayLike, rtol?: ArrayLike | null, tol?: ArrayLike | null) => {
    const [x] = floatMatrices("matrix_rank", [matrix]);
    if (x.shape.length < 2) return any(x.notEqual(0)).astype("int32");
    const s = singularOf(x, false)[1];
    const share = rtol ?? tol ?? Math.max(...x.shape.slice(-2)) * EPS;
    const limit = max(s, { axis: -1, keepdims: true }).mul(expandDims(asArray(share), -1));
    return sum(greater(s, limit), -1).astype("int32");
  },
);

type CondOrder = number | "fro" | "nuc" | null;
/** The condition number: the norm of a matrix times that of its inverse; by singular values unless `p` says otherwise. */
export const cond: (x: ArrayLike, p?: CondOrder | { p?: CondOrder }) => JaxArray = define(
  "jax.numpy.linalg",
  "cond(@x, p=None)",
  (a: ArrayLike, p: CondOrder = null) => {
    const [x] = floatMatrices("cond", [a]);
    if (x.shape.length < 2)
      throw new ValueError(
        `jnp.linalg.cond: input array must be at least 2D; got arr.shape=${tupleText(x.shape)}`,
      );
    if (p === null || p === 2 || p === -2) {
      const s = singularOf(x, false)[1];
      const [first, last] = [s.slice("...", 0), s.slice("...", -1)];
      return p === -2 ? last.div(first) : first.div(last);
    }
    sideOf(x, "inv", ".");
    const of = (each: JaxArray): JaxArray => norm(each, { ord: p, axis: [-2, -1] });
    return of(x).mul(of(inverseOf(x)));
  },
);

interface LstsqOptions {
  rcond?: number | null;
  numpyResid?: boolean;
}
/**
 * x for which A x is nearest to b, and with it the sums of squares that remain (empty if the solution is
 * exact or not unique), the rank of A and its singular values.
 */
export const lstsq: (
  a: ArrayLike,
  b: ArrayLike,
  rcond?: number | null | LstsqOptions,
  options?: LstsqOptions,
) => JaxArray[] = define(
  "jax.numpy.linalg",
  "lstsq(@a, @b, rcond=None, *, numpy_resid!=False)",
  (a: ArrayLike, b: ArrayLike, rcond?: number | null) => {
    const [x, y] = floatMatrices("lstsq", [a, b]);
    if (x.shape.length !== 2 || y.shape.length < 1 || y.shape.length > 2)
      throw new ValueError("lstsq needs a matrix, and a vector or a matrix beside it.");
    const [m, n] = x.shape;
    if (y.shape[0] !== m) throw new ValueError("Leading dimensions of input arrays must match");
    const right = y.shape.length === 1 ? expandDims(y, -1) : y;
    const [u, s, vt] = singularOf(x, false);
    const share =
      rcond === null || rcond === undefined ? EPS * Math.max(n, m) : rcond < 0 ? EPS : rcond;
    const isKept = greater(s, s.slice(0).mul(share));
    const safe = where(isKept, s, 1);
    const inverse = where(isKept, safe.pow(-1), 0);
    const solution = matmul(swapped(vt), expandDims(inverse, -1).mul(matmul(swapped(u), right)));
    const rest = right.sub(matmul(x, solution));
    return [
      y.shape.length === 1 ? squeeze(solution, -1) : solution,
      sum(rest.mul(rest), 0),
      sum(isKept).astype("int32"),
      s,
    ];
  },
);
