import type { JaxArray } from "../array/array";
import { range, sizeOf, stridesOf } from "../array/aval";
import { convert, reduceSum, reshape } from "../core/ops";
import { bind } from "../core/trace";
import { checkSize } from "../array/limits";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { concreteOf, concretizationError, floatOf } from "./concrete-value";
import { truth } from "./elementwise-kinds";
import { define } from "./function-table";
import { stack } from "./joining";

interface FindOptions {
  /** How many places to give; needed where values are traced. */
  size?: number | null;
  /** What fills places beyond those found: 0 unless given; a list has one number per axis. */
  fillValue?: ArrayLike | readonly number[] | null;
}
type Fill = FindOptions["fillValue"];

function countOf(found: JaxArray, size: number | null | undefined): number {
  if (size !== null && size !== undefined) {
    if (!Number.isInteger(size))
      throw new JaxTypeError("'float' object cannot be interpreted as an integer");
    if (size < 0)
      throw new JaxTypeError(
        `broadcast_in_dim shape must have every element be nonnegative, got (${size},).`,
      );
    return size;
  }
  const known = concreteOf(found);
  if (known !== null) return [...known.values()].filter((each) => each !== 0).length;
  throw concretizationError(
    reduceSum(convert(found, "int32"), range(found.shape.length)),
    "The size argument of jnp.nonzero must be statically specified to use jnp.nonzero within JAX transformations.",
  );
}

function fillsOf(fill: Fill, rank: number): readonly number[] {
  if (!Array.isArray(fill)) {
    const value = fill === null || fill === undefined ? 0 : floatOf(asArray(fill as ArrayLike));
    return new Array<number>(rank).fill(value);
  }
  const fills: readonly number[] = fill;
  if (fills.length === rank) return fills;
  throw new ValueError(
    `safe_zip() argument 1 has length ${rank} but argument 0 has length ${fills.length}. All lengths: (${fills.length}, ${rank})`,
  );
}

/** Positions (int32) of the elements that are not zero, one array per axis, in row-major order. */
export function placesOf(x: JaxArray, { size, fillValue }: FindOptions): JaxArray[] {
  const { shape } = x;
  if (shape.length === 0)
    throw new ValueError(
      "Calling nonzero on 0d arrays is not allowed. Use jnp.atleast_1d(scalar).nonzero() instead.",
    );
  const found = truth(x);
  const count = countOf(found, size);
  checkSize(count);
  const fills = fillsOf(fillValue, shape.length);
  const strides = stridesOf(shape);
  return range(shape.length).map((axis) =>
    bind("host_call", [found], {
      name: "nonzero",
      out: { shape: [count], dtype: "int32", weak: false },
      run: ([{ data }]) => {
        const places = new Int32Array(count).fill(fills[axis]);
        let next = 0;
        for (let i = 0; i < data.length && next < count; i++)
          if (data[i] !== 0) places[next++] = Math.floor(i / strides[axis]) % shape[axis];
        return places;
      },
    }),
  );
}

/** Positions (int32) of the elements that are not zero: one array per axis. */
export const nonzero: (a: ArrayLike, options?: FindOptions) => JaxArray[] = define(
  "jax.numpy",
  "nonzero(@a, *, size=None, @fill_value=None)",
  (a: ArrayLike, size?: number | null, fillValue?: Fill) =>
    placesOf(asArray(a, "nonzero"), { size, fillValue }),
);

/** {@link nonzero} with one row per element found and one column per axis. */
export const argwhere: (a: ArrayLike, options?: FindOptions) => JaxArray = define(
  "jax.numpy",
  "argwhere(@a, *, size=None, @fill_value=None)",
  (a: ArrayLike, size?: number | null, fillValue?: Fill) => {
    const x = asArray(a, "argwhere");
    if (x.shape.length > 0) return stack(placesOf(x, { size, fillValue }), 1);
    const [places] = placesOf(reshape(x, [1]), { size, fillValue });
    return bind("host_call", [places], {
      name: "argwhere",
      out: { shape: [places.shape[0], 0], dtype: "int32", weak: false },
      run: () => new Int32Array(0),
    });
  },
);

/** Positions (int32) in the flattened array of the elements that are not zero. */
export const flatnonzero: (a: ArrayLike, options?: FindOptions) => JaxArray = define(
  "jax.numpy",
  "flatnonzero(@a, *, size=None, @fill_value=None)",
  (a: ArrayLike, size?: number | null, fillValue?: Fill) => {
    const x = asArray(a, "flatnonzero");
    return placesOf(reshape(x, [sizeOf(x.shape)]), { size, fillValue })[0];
  },
);
