import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { dotGeneral, reshape } from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";
import { commonShape, promoted } from "./promote";
import { broadcastTo } from "./shaping";

type Product = (a: ArrayLike, b: ArrayLike) => JaxArray;

function operands(name: string, a: ArrayLike, b: ArrayLike): [JaxArray, JaxArray] {
  const [x, y] = promoted([asArray(a, name), asArray(b, name, 1)]);
  if (x.dtype === "bool") throw new JaxTypeError(`${name} of booleans is not available here.`);
  return [x, y];
}

/** Leading axes of both operands brought to their common shape. */
function alignedBatches(x: JaxArray, y: JaxArray): [JaxArray, JaxArray] {
  const batch = commonShape([x.shape.slice(0, -2), y.shape.slice(0, -2)]);
  return [
    broadcastTo(x, [...batch, ...x.shape.slice(-2)]),
    broadcastTo(y, [...batch, ...y.shape.slice(-2)]),
  ];
}

/**
 * Matrix product: vectors count as a row on the left and a column on the right, leading axes
 * broadcast. Shapes (…, n, k) and (…, k, m) give (…, n, m).
 * @throws TypeError if the contracted lengths differ, ValueError for scalars
 */
export const matmul: Product = define(
  "jax.numpy",
  "matmul(@a, @b, *, precision!=None, preferred_element_type!=None, out_sharding!=None)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = operands("matmul", a, b);
    [x, y].forEach((operand, i) => {
      if (operand.shape.length === 0)
        throw new ValueError(
          `matmul input operand ${i} must have ndim at least 1, but it has ndim 0`,
        );
    });
    const [xRank, yRank] = [x.shape.length, y.shape.length];
    if (xRank > 2 && yRank > 2) return batched(...alignedBatches(x, y));
    const contracted = { lhsContract: [xRank - 1], rhsContract: [yRank > 1 ? yRank - 2 : 0] };
    const product = dotGeneral(x, y, { ...contracted, lhsBatch: [], rhsBatch: [] });
    if (yRank <= 2) return product;
    // The left operand's row axis comes first here; it belongs behind the right operand's batch axes.
    return xRank === 1 ? product : moved(product, yRank);
  },
);

function batched(x: JaxArray, y: JaxArray): JaxArray {
  const rank = x.shape.length;
  const batch = range(rank - 2);
  return dotGeneral(x, y, {
    lhsContract: [rank - 1],
    rhsContract: [rank - 2],
    lhsBatch: batch,
    rhsBatch: batch,
  });
}

function moved(product: JaxArray, rank: number): JaxArray {
  return product.transpose([...range(rank - 2).map((i) => i + 1), 0, rank - 1]);
}

/**
 * Dot product: of vectors their inner product, of matrices the matrix product, else the last axis of
 * `a` with the second to last of `b`; with a scalar, multiplication.
 */
export const dot: Product = define(
  "jax.numpy",
  "dot(@a, @b, *, precision!=None, preferred_element_type!=None, out_sharding!=None)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = operands("dot", a, b);
    if (x.shape.length === 0 || y.shape.length === 0) return x.mul(y);
    const rhsContract = [Math.max(0, y.shape.length - 2)];
    return dotGeneral(x, y, {
      lhsContract: [x.shape.length - 1],
      rhsContract,
      lhsBatch: [],
      rhsBatch: [],
    });
  },
);

/** Inner product over the last axis of both. */
export const inner: Product = define(
  "jax.numpy",
  "inner(@a, @b, *, precision!=None, preferred_element_type!=None)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = operands("inner", a, b);
    if (x.shape.length === 0 || y.shape.length === 0) return x.mul(y);
    return dotGeneral(x, y, {
      lhsContract: [x.shape.length - 1],
      rhsContract: [y.shape.length - 1],
      lhsBatch: [],
      rhsBatch: [],
    });
  },
);

/** Dot product of all elements of two arrays of equal size. */
export const vdot: Product = define(
  "jax.numpy",
  "vdot(@a, @b, *, precision!=None, preferred_element_type!=None)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = operands("vdot", a, b);
    return dot(reshape(x, [sizeOf(x.shape)]), reshape(y, [sizeOf(y.shape)]));
  },
);

/** Every element of one vector times every element of the other. */
export const outer: Product = define(
  "jax.numpy",
  "outer(@a, @b, out!=None)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = operands("outer", a, b);
    return reshape(x, [sizeOf(x.shape), 1]).mul(reshape(y, [1, sizeOf(y.shape)]));
  },
);
