/** The names of `jax.flatten_util`. */
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { convert, reshape } from "../core/ops";
import { bind } from "../core/trace";
import { promoteAll } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import { zeros } from "../numpy/creation";
import { flattenArrays } from "./leaves";

/**
 * All arrays of a tree as one vector, and the function that makes the tree of such a vector again.
 *
 * ```ts
 * const [vector, unravel] = ravelPytree(params);
 * ```
 */
export function ravelPytree<T>(tree: T): [JaxArray, (vector: JaxArray) => T] {
  const { arrays, treedef } = flattenArrays(tree);
  const sizes = arrays.map((x) => sizeOf(x.shape));
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const { dtype, weak } =
    arrays.length === 0 ? { dtype: "float32" as const, weak: false } : promoteAll(arrays);
  const isMixed = arrays.some((x) => x.dtype !== dtype);
  const vector =
    arrays.length === 0
      ? zeros([0])
      : bind(
          "concatenate",
          arrays.map((x, i) => reshape(convert(x, dtype, weak), [sizes[i]])),
          { dimension: 0 },
        );
  const unravel = (value: JaxArray): T => {
    const flat = asArray(value, "unravel");
    if (flat.shape.length !== 1 || flat.shape[0] !== total)
      throw new ValueError(
        `Sum of sizes ${total} must be equal to dimension 0 of the operand shape [${flat.shape.join(", ")}]`,
      );
    if (isMixed && flat.dtype !== dtype)
      throw new JaxTypeError(
        `unravel function given array of dtype ${flat.dtype}, but expected dtype ${dtype}`,
      );
    let next = 0;
    const parts = arrays.map((x, i) => {
      const start = [next];
      next += sizes[i];
      const part = bind("slice", [flat], { start, limit: [next], strides: [1] });
      const shaped = reshape(part, x.shape);
      return isMixed ? convert(shaped, x.dtype, x.weak) : shaped;
    });
    // The structure is that of the tree, with arrays as leaves.
    return treedef.unflatten(parts) as T;
  };
  return [vector, unravel];
}
