import type { JaxArray } from "../array/array";
import { tupleText, type Shape } from "../array/aval";
import { broadcastTo as repeat } from "../core/ops";
import { ValueError } from "../base/errors";

/** Repeats an array to a shape, matching trailing axes; raises JAX's ValueError if it does not fit. */
export function broadcastTo(x: JaxArray, shape: Shape): JaxArray {
  const skipped = shape.length - x.shape.length;
  if (skipped < 0)
    throw new ValueError(
      `Cannot broadcast to shape with fewer dimensions: arr_shape=${tupleText(x.shape)} shape=${tupleText(shape)}`,
    );
  if (!x.shape.every((n, i) => n === 1 || n === shape[i + skipped]))
    throw new ValueError(
      `Incompatible types for broadcasting: input type=${x.dtype}[${x.shape.join(",")}] and requested type=${x.dtype}[${shape.join(",")}]`,
    );
  return repeat(x, shape);
}
