import type { JaxArray } from "../array/array";
import { sizeOf, tupleText } from "../array/aval";
import { broadcastTo } from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { eye } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { matmul } from "../numpy/products";
import { moveaxis, reshape } from "../numpy/shaping";
import { inv, solve } from "./inverse";

/** A square matrix times itself n times; a negative n inverts it first. */
export const matrixPower: (a: ArrayLike, n: number) => JaxArray = define(
  "jax.numpy.linalg",
  "matrix_power(@a, n)",
  (a: ArrayLike, n: number) => {
    const x = asArray(a, "jnp.linalg.matrix_power");
    if (x.shape.length < 2)
      throw new JaxTypeError(
        `${x.shape.length}-dimensional array given. Array must be at least two-dimensional`,
      );
    const [rows, columns] = x.shape.slice(-2);
    if (rows !== columns) throw new JaxTypeError("Last 2 dimensions of the array must be square");
    if (!Number.isInteger(n)) throw new JaxTypeError(`exponent must be an integer, got ${n}`);
    if (n === 0) return broadcastTo(eye(rows, { dtype: x.dtype }), x.shape);
    let [square, left] = [n < 0 ? inv(x) : x, Math.abs(n)];
    let result: JaxArray | null = null;
    while (left > 0) {
      if (left % 2 === 1) result = result === null ? square : matmul(result, square);
      left = Math.floor(left / 2);
      if (left > 0) square = matmul(square, square);
    }
    return result ?? x;
  },
);

/** The order of products with the fewest multiplications: `split[i][j]` is where i … j is taken apart. */
function bestSplits(sizes: readonly number[]): number[][] {
  const n = sizes.length - 1;
  const cost = sizes.map(() => sizes.map(() => 0));
  const split = sizes.map(() => sizes.map(() => 0));
  for (let length = 1; length < n; length++)
    for (let i = 0; i + length < n; i++) {
      const j = i + length;
      cost[i][j] = Infinity;
      for (let k = i; k < j; k++) {
        const each = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (each < cost[i][j]) [cost[i][j], split[i][j]] = [each, k];
      }
    }
  return split;
}

/** The product of several matrices, in the order that needs the fewest multiplications. Ends may be vectors. */
export const multiDot: (arrays: readonly ArrayLike[]) => JaxArray = define(
  "jax.numpy.linalg",
  "multi_dot([arrays], *, precision!=None)",
  (arrays: readonly ArrayLike[]) => {
    const list = arrays.map((x, i) => asArray(x, "jnp.linalg.multi_dot", i));
    const texts = `[${list.map(({ shape }) => tupleText(shape)).join(", ")}]`;
    const isEnd = (i: number): boolean => i === 0 || i === list.length - 1;
    if (list.length === 0) throw new ValueError("multi_dot requires at least one array");
    if (list.some(({ shape }, i) => shape.length !== 2 && !(shape.length === 1 && isEnd(i))))
      throw new ValueError(
        `multi_dot: input arrays must all be two-dimensional, except for the first and last array which may be 1 or 2 dimensional. Got array shapes ${texts}`,
      );
    if (list.slice(1).some(({ shape }, i) => list[i].shape.at(-1) !== shape[0]))
      throw new ValueError(
        `multi_dot: last dimension of each array must match first dimension of following array. Got array shapes ${texts}`,
      );
    const sizes = [
      list[0].shape.length === 1 ? 1 : list[0].shape[0],
      ...list.map(({ shape }, i) => (i > 0 && shape.length === 1 ? 1 : shape[shape.length - 1])),
    ];
    const split = bestSplits(sizes);
    const between = (i: number, j: number): JaxArray =>
      i === j ? list[i] : matmul(between(i, split[i][j]), between(split[i][j] + 1, j));
    return between(0, list.length - 1);
  },
);

/** The array B for which tensordot(B, A, ind) is the identity. */
export const tensorinv: (a: ArrayLike, ind?: number | { ind?: number }) => JaxArray = define(
  "jax.numpy.linalg",
  "tensorinv(@a, ind=2)",
  (a: ArrayLike, ind = 2) => {
    const x = asArray(a, "jnp.linalg.tensorinv");
    if (ind <= 0) throw new ValueError(`ind must be a positive integer; got ind=${ind}`);
    const [front, back] = [x.shape.slice(0, ind), x.shape.slice(ind)];
    if (sizeOf(front) !== sizeOf(back))
      throw new ValueError(
        `tensorinv is only possible when the product of the first \`ind\` dimensions equals that of the remaining dimensions. got arr.shape=${tupleText(x.shape)} with ind=${ind}.`,
      );
    return reshape(inv(reshape(x, [sizeOf(front), -1])), [...back, ...front]);
  },
);

/** The array x for which tensordot(A, x, x.ndim) is b. */
export const tensorsolve: (
  a: ArrayLike,
  b: ArrayLike,
  axes?: readonly number[] | null | { axes?: readonly number[] | null },
) => JaxArray = define(
  "jax.numpy.linalg",
  "tensorsolve(@a, @b, axes=None)",
  (a: ArrayLike, b: ArrayLike, axes?: readonly number[] | null) => {
    const given = asArray(a, "jnp.linalg.tensorsolve");
    const y = asArray(b, "jnp.linalg.tensorsolve", 1);
    const rank = given.shape.length;
    const moved = (axes ?? []).map((axis) => normalAxis(axis, rank));
    const x = moveaxis(
      given,
      moved,
      moved.map((_, i) => rank - moved.length + i),
    );
    const out = x.shape.slice(y.shape.length);
    if (sizeOf(out) !== sizeOf(y.shape))
      throw new ValueError(
        "Input arrays must have prod(a.shape[:b.ndim]) == prod(a.shape[b.ndim:]) for the system to be square; " +
          `got a.shape=${tupleText(x.shape)}, b.ndim=${y.shape.length}.`,
      );
    return reshape(solve(reshape(x, [-1, sizeOf(out)]), y.ravel()), out);
  },
);
