/** Products of vectors and of blocks. */
import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { matmul } from "./products";
import { commonShape, promoted } from "./promote";
import { sum } from "./reductions";
import { broadcastTo, expandDims, moveaxis, squeeze } from "./shaping";

/** Inner products along one axis; the other axes broadcast. */
export const vecdot: (x1: ArrayLike, x2: ArrayLike, options?: { axis?: number }) => JaxArray =
  define(
    "jax.numpy",
    "vecdot(@x1, @x2, /, *, axis=-1, precision!=None, preferred_element_type!=None)",
    (x1: ArrayLike, x2: ArrayLike, axis = -1) => {
      const [x, y] = promoted([asArray(x1, "vecdot"), asArray(x2, "vecdot", 1)]);
      if (x.shape.length === 0 || y.shape.length === 0)
        throw new ValueError("vecdot requires input arrays with ndim at least 1");
      const [a, b] = [moveaxis(x, axis, -1), moveaxis(y, axis, -1)];
      if (a.shape.at(-1) !== b.shape.at(-1))
        throw new ValueError(
          `vecdot requires arguments to have equal size along axis ${axis}, got ${String(a.shape.at(-1))} and ${String(b.shape.at(-1))}.`,
        );
      return sum(a.mul(b), -1);
    },
  );

/** Matrices times vectors; leading axes broadcast. */
export const matvec: (x1: ArrayLike, x2: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "matvec(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) =>
    squeeze(matmul(x1, expandDims(asArray(x2, "matvec", 1), -1)), -1),
);
/** Vectors times matrices; leading axes broadcast. */
export const vecmat: (x1: ArrayLike, x2: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "vecmat(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => squeeze(matmul(expandDims(asArray(x1, "vecmat"), -2), x2), -2),
);

/** Every element of `a` times the whole of `b`, as one large array of blocks. */
export const kron: (a: ArrayLike, b: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "kron(@a, @b)",
  (a: ArrayLike, b: ArrayLike) => {
    const [x, y] = promoted([asArray(a, "kron"), asArray(b, "kron", 1)]);
    const rank = Math.max(x.shape.length, y.shape.length);
    const fill = (list: readonly number[]): number[] => [
      ...new Array<number>(rank - list.length).fill(1),
      ...list,
    ];
    const [n, m] = [fill(x.shape), fill(y.shape)];
    const wide = reshape(
      x,
      n.flatMap((each) => [each, 1]),
    );
    const fine = reshape(
      y,
      m.flatMap((each) => [1, each]),
    );
    return reshape(
      wide.mul(fine),
      n.map((each, i) => each * m[i]),
    );
  },
);

interface CrossOptions {
  axisa?: number;
  axisb?: number;
  axisc?: number;
  axis?: number | null;
}
/** The vector at right angles to two vectors of 3 (or 2) components along an axis. */
export const cross: (
  a: ArrayLike,
  b: ArrayLike,
  axisa?: number | CrossOptions,
  axisb?: number | CrossOptions,
  axisc?: number | CrossOptions,
  axis?: number | null,
) => JaxArray = define(
  "jax.numpy",
  "cross(@a, @b, axisa=-1, axisb=-1, axisc=-1, axis=None)",
  (a: ArrayLike, b: ArrayLike, axisa = -1, axisb = -1, axisc = -1, axis?: number | null) => {
    const [x, y] = promoted([asArray(a, "cross"), asArray(b, "cross", 1)]);
    const left = moveaxis(x, axis ?? axisa, -1);
    const right = moveaxis(y, axis ?? axisb, -1);
    const [n, m] = [left.shape.at(-1) ?? 0, right.shape.at(-1) ?? 0];
    if (![2, 3].includes(n) || ![2, 3].includes(m))
      throw new ValueError("Dimension must be either 2 or 3 for cross product");
    const components = (value: JaxArray): (JaxArray | null)[] =>
      [0, 1, 2].map((i) => (i < (value.shape.at(-1) ?? 0) ? value.slice("...", i) : null));
    const [u, v] = [components(left), components(right)];
    const term = (i: number, j: number): JaxArray | null => {
      const [p, q] = [u[i], v[j]];
      return p === null || q === null ? null : p.mul(q);
    };
    const less = (p: JaxArray | null, q: JaxArray | null): JaxArray => {
      if (p === null) return q === null ? x.mul(0) : q.neg();
      return q === null ? p : p.sub(q);
    };
    const third = less(term(0, 1), term(1, 0));
    if (n === 2 && m === 2) return third;
    const parts = [less(term(1, 2), term(2, 1)), less(term(2, 0), term(0, 2)), third];
    const shape = commonShape(parts.map((part) => part.shape));
    const rows = parts.map((part) => expandDims(broadcastTo(part, shape), -1));
    return moveaxis(concatenate(rows, -1), -1, axis ?? axisc);
  },
);
