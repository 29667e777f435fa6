import type { JaxArray } from "../array/array";
import { range, sizeOf, stridesOf, tupleText, type Shape } from "../array/aval";
import { isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { concreteOf, concretizationError } from "./concrete-value";
import { ones } from "./creation";
import { clip, mod, where } from "./elementwise";
import { nonzero } from "./nonzero";
import { define } from "./function-table";
import { diagIndices, trilIndices, triuIndices } from "./grids";
import { broadcasted, commonShape } from "./promote";
import { floorDivide } from "./rounding";
import { shapeOf, type ShapeLike } from "./shape-argument";

/** The shape that arrays of these shapes have together. */
export const broadcastShapes: (...shapes: ShapeLike[]) => Shape = define(
  "jax.numpy",
  "broadcast_shapes(*shapes)",
  (shapes: readonly ShapeLike[] = []) => commonShape(shapes.map((shape) => shapeOf(shape))),
);

/** The indices of the main diagonal of an array whose axes are equally long. */
export const diagIndicesFrom: (arr: ArrayLike) => JaxArray[] = define(
  "jax.numpy",
  "diag_indices_from(@arr)",
  (arr: ArrayLike) => {
    const { shape } = asArray(arr, "diag_indices_from");
    if (shape.length < 2) throw new ValueError("input array must be at least 2-d");
    if (shape.some((n) => n !== shape[0]))
      throw new ValueError("All dimensions of input must be of equal length");
    return diagIndices(shape[0], shape.length);
  },
);

type FromMatrix = (arr: ArrayLike, k?: number | { k?: number }) => [JaxArray, JaxArray];
function fromMatrix(name: string, indices: typeof trilIndices): FromMatrix {
  return define("jax.numpy", `${name}(@arr, k=0)`, (arr: ArrayLike, k = 0) => {
    const { shape } = asArray(arr, name);
    if (shape.length !== 2) throw new ValueError("Only 2-D inputs are accepted");
    return indices(shape[0], k, shape[1]);
  });
}
/** {@link trilIndices} for a matrix of that shape. */
export const trilIndicesFrom: FromMatrix = fromMatrix("tril_indices_from", trilIndices);
/** {@link triuIndices} for a matrix of that shape. */
export const triuIndicesFrom: FromMatrix = fromMatrix("triu_indices_from", triuIndices);

/** Rows and columns of what a function such as `triu` keeps of an n × n matrix of ones. */
export const maskIndices: (
  n: number,
  maskFunc: (m: JaxArray, k: ArrayLike) => ArrayLike,
  k?: ArrayLike,
) => JaxArray[] = define(
  "jax.numpy",
  "mask_indices(n, mask_func, ~k=0, *, size!=None)",
  (n: number, mask: (m: JaxArray, k: ArrayLike) => ArrayLike, k: ArrayLike = 0) =>
    nonzero(mask(ones([n, n]), k)),
);

type Mode = "raise" | "wrap" | "clip";
/** Positions in the flattened array of places given by one array of indices per axis. */
export const ravelMultiIndex: (
  multiIndex: readonly ArrayLike[],
  dims: Shape,
  mode?: Mode | { mode?: Mode },
) => JaxArray = define(
  "jax.numpy",
  "ravel_multi_index([multi_index], dims, mode='raise', order!='C', *, dtype!=None)",
  (multiIndex: readonly ArrayLike[], dims: Shape, mode: Mode = "raise") => {
    const indices = [...multiIndex].map((each, i) => asArray(each, "ravel_multi_index", i));
    if (indices.length !== dims.length)
      throw new ValueError("len(multi_index)=" + indices.length + " != len(dims)=" + dims.length);
    if (indices.some(({ dtype }) => !isInteger(dtype)))
      throw new JaxTypeError("only int indices permitted");
    const inside = indices.map((each, i) => {
      if (mode === "clip") return clip(each, 0, dims[i] - 1).astype("int32");
      if (mode === "wrap") return mod(each, asArray(dims[i]).astype("int32"));
      checkInside(each, dims[i]);
      return each;
    });
    const strides = stridesOf(dims);
    return broadcasted(inside)
      .map((each, i) => each.mul(asArray(strides[i]).astype(each.dtype)))
      .reduce((a, b) => a.add(b));
  },
);

function checkInside(index: JaxArray, n: number): void {
  const known = concreteOf(index);
  if (known === null)
    throw concretizationError(
      index,
      "The error occurred because ravel_multi_index was jit-compiled with mode='raise'. Use mode='wrap' or mode='clip' instead.",
    );
  if (known.values().some((each) => each < 0 || each >= n))
    throw new ValueError("invalid entry in coordinates array");
}

/** Indices per axis of positions in the flattened array of a shape; what is outside is moved to the ends. */
export const unravelIndex: (indices: ArrayLike, shape: ShapeLike) => JaxArray[] = define(
  "jax.numpy",
  "unravel_index(@indices, shape)",
  (indices: ArrayLike, shape: ShapeLike) => {
    const given = asArray(indices, "unravel_index");
    const dims = shapeOf(shape);
    const x = typeof indices === "number" ? given.astype("int32") : given;
    if (!isInteger(x.dtype))
      throw new JaxTypeError(
        `unravel_index: indices must be integers, got ${x.dtype} for shape ${tupleText(dims)}`,
      );
    const whole = (value: number): JaxArray => asArray(value).astype(x.dtype);
    const total = sizeOf(dims);
    const counted = where(x.less(0), x.add(whole(total)), x);
    const inside = where(
      counted.less(0),
      whole(0),
      where(counted.greaterEqual(total), whole(total - 1), counted),
    );
    const strides = stridesOf(dims);
    return range(dims.length).map((axis) =>
      mod(floorDivide(inside, whole(strides[axis])), whole(dims[axis])),
    );
  },
);
