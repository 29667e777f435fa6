/** Functions of jax.numpy under the names and with the arguments that jax.numpy.linalg has for them. */
import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import {
  matrixTranspose as numpyMatrixTranspose,
  tensordot as numpyTensordot,
} from "../numpy/contractions";
import type { DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { diagonal as numpyDiagonal, trace as numpyTrace } from "../numpy/matrices";
import { matmul as numpyMatmul, outer as numpyOuter } from "../numpy/products";
import { cross as numpyCross, vecdot as numpyVecdot } from "../numpy/vector-products";

const PRECISION = "precision!=None, preferred_element_type!=None";

interface CrossOptions {
  axis?: number;
}
/** The vector at right angles to two vectors of 3 components. */
export const cross: (x1: ArrayLike, x2: ArrayLike, options?: CrossOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "cross(@x1, @x2, /, *, axis=-1)",
  (x1: ArrayLike, x2: ArrayLike, axis = -1) => {
    const lengths = [x1, x2].map((x, i) => asArray(x, "cross", i).shape.at(axis));
    if (lengths.some((n) => n !== 3))
      throw new ValueError(
        `Both input arrays must be (arrays of) 3-dimensional vectors, but they are x1.shape[axis]=${String(lengths[0])} and x2.shape[axis]=${String(lengths[1])} dimensional instead.`,
      );
    return numpyCross(x1, x2, { axis });
  },
);

interface DiagonalOptions {
  offset?: number;
}
/** The diagonal of the last two axes. */
export const diagonal: (x: ArrayLike, options?: DiagonalOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "diagonal(@x, /, *, offset=0)",
  (x: ArrayLike, offset = 0) => numpyDiagonal(x, { offset, axis1: -2, axis2: -1 }),
);

interface TraceOptions extends DiagonalOptions {
  dtype?: DTypeLike | null;
}
/** The sum of the diagonal of the last two axes. */
export const trace: (x: ArrayLike, options?: TraceOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "trace(@x, /, *, offset=0, dtype=None)",
  (x: ArrayLike, offset = 0, dtype?: DTypeLike | null) =>
    numpyTrace(x, { offset, axis1: -2, axis2: -1, dtype }),
);

/** Matrix product. */
export const matmul: (x1: ArrayLike, x2: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  `matmul(@x1, @x2, /, *, ${PRECISION})`,
  (x1: ArrayLike, x2: ArrayLike) => numpyMatmul(x1, x2),
);

/** The last two axes exchanged. */
export const matrixTranspose: (x: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "matrix_transpose(@x, /)",
  (x: ArrayLike) => numpyMatrixTranspose(x),
);

/** Every element of one vector times every element of the other. */
export const outer: (x1: ArrayLike, x2: ArrayLike) => JaxArray = define(
  "jax.numpy.linalg",
  "outer(@x1, @x2, /)",
  (x1: ArrayLike, x2: ArrayLike) => {
    const [x, y] = [asArray(x1, "outer"), asArray(x2, "outer", 1)];
    if (x.shape.length !== 1 || y.shape.length !== 1)
      throw new ValueError(
        `Input arrays must be one-dimensional, but they are x1.ndim=${x.shape.length} x2.ndim=${y.shape.length}: got shapes ${tupleText(x.shape)} and ${tupleText(y.shape)}.`,
      );
    return numpyOuter(x, y);
  },
);

interface TensordotOptions {
  axes?: number | readonly [readonly number[], readonly number[]];
}
/** Sums products over several axes of both: the last n of one with the first n of the other, or those listed. */
export const tensordot: (x1: ArrayLike, x2: ArrayLike, options?: TensordotOptions) => JaxArray =
  define(
    "jax.numpy.linalg",
    `tensordot(@x1, @x2, /, *, axes=2, ${PRECISION}, out_sharding!=None)`,
    (x1: ArrayLike, x2: ArrayLike, axes: TensordotOptions["axes"] = 2) =>
      numpyTensordot(x1, x2, { axes }),
  );

/** Inner products along one axis. */
export const vecdot: (x1: ArrayLike, x2: ArrayLike, options?: { axis?: number }) => JaxArray =
  define(
    "jax.numpy.linalg",
    `vecdot(@x1, @x2, /, *, axis=-1, ${PRECISION})`,
    (x1: ArrayLike, x2: ArrayLike, axis = -1) => numpyVecdot(x1, x2, { axis }),
  );
