import { orthogonal as drawOrthogonal } from "../../prng/orthogonal";
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import type { DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { checkFloat, checkShape, draw, type FloatOptions, type Key, type ShapeLike } from "./draw";

/**
 * Draws matrices of n rows and m columns (n unless given) whose columns, or rows where n < m, are orthonormal; `shape`
 * has the leading axes.
 */
export const orthogonal: (
  key: Key,
  n: number,
  shape?: ShapeLike | (FloatOptions & { readonly m?: number | null }),
  dtype?: DTypeLike | null,
  m?: number | null,
) => JaxArray = define(
  "jax.random",
  "orthogonal(key, n, shape: shape=(), dtype=None, m=None, *, out_sharding!=None)",
  (key: Key, n: number, shape: ShapeLike = [], dtype?: DTypeLike | null, m?: number | null) => {
    const batch = checkShape(shape);
    const columns = m ?? n;
    const out = {
      shape: checkShape([...batch, n, columns]),
      dtype: checkFloat("orthogonal", dtype),
    };
    return draw("orthogonal", key, out, (words) =>
      drawOrthogonal(words, sizeOf(batch), n, columns),
    );
  },
);
