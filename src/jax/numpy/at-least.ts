import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";

function widened(x: JaxArray, rank: number, at: (x: JaxArray) => number[]): JaxArray {
  return x.shape.length >= rank ? x : reshape(x, at(x));
}

type AtLeast = <A extends readonly ArrayLike[]>(
  ...arys: A
) => A["length"] extends 1 ? JaxArray : JaxArray[];

function atLeast(rank: 1 | 2 | 3, shapeOf: (x: JaxArray) => number[]): AtLeast {
  const name = `atleast_${rank}d`;
  return define("jax.numpy", `${name}(*arys)`, (arys: readonly ArrayLike[]) => {
    const list = arys.map((x, i) => widened(asArray(x, name, i), rank, shapeOf));
    return list.length === 1 ? list[0] : list;
  });
}
/** Arrays with one axis or more. */
export const atleast1d: AtLeast = atLeast(1, () => [1]);
/** Arrays with two axes or more; new ones come first. */
export const atleast2d: AtLeast = atLeast(2, ({ shape }) => [1, shape[0] ?? 1]);
/** Arrays with three axes or more: vectors lie along the second, matrices get a third. */
export const atleast3d: AtLeast = atLeast(3, ({ shape }) =>
  shape.length === 2 ? [...shape, 1] : [1, shape[0] ?? 1, 1],
);
