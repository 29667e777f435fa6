import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { namedStep } from "../core/named-step";
import type { FlatFunction } from "../core/operation";
import { binaryOp, constLike, convert, reshape } from "../core/ops";
import type { BinaryName } from "../array/binary";
import { bind } from "../core/trace";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { prefixes } from "./prefixes";

interface CumulativeOptions {
  axis?: number | null;
  dtype?: DTypeLike | null;
}
export type Cumulative = (
  a: ArrayLike,
  axis?: number | null | CumulativeOptions,
  options?: CumulativeOptions,
) => JaxArray;

/** What running results are kept in: the dtype itself, but booleans are counted in int32. */
function counted(x: JaxArray, dtype: DTypeLike | null | undefined): JaxArray {
  const wanted = dtypeOf(dtype, x.dtype === "bool" ? "int32" : x.dtype);
  return convert(x, wanted);
}

function lane(x: JaxArray, axis: number | null | undefined): [JaxArray, number] {
  if (axis === null || axis === undefined) return [reshape(x, [sizeOf(x.shape)]), 0];
  return [x, normalAxis(axis, x.shape.length)];
}

/**
 * Running results of an associative operation, each combined of pairs, as JAX computes them where it takes derivatives:
 * so the derivative is that of the operation.
 */
export function scanned(
  op: (a: JaxArray, b: JaxArray) => JaxArray,
  x: JaxArray,
  axis: number,
  reverse = false,
): JaxArray {
  const turned = (value: JaxArray): JaxArray =>
    reverse ? bind("rev", [value], { dimensions: [axis] }) : value;
  return turned(prefixes(([a], [b]) => [op(a, b)], [turned(x)], axis)[0]);
}

/** {@link scanned} for a primitive. */
export function scannedOp(prim: BinaryName, x: JaxArray, axis: number, reverse = false): JaxArray {
  return scanned((a, b) => binaryOp(prim, a, b), x, axis, reverse);
}

/** Running sums along an axis; without an axis, over the flattened array. */
export const cumsum: Cumulative = define(
  "jax.numpy",
  "cumsum(@a, axis=None, dtype=None, out!=None)",
  (a: ArrayLike, axis?: number | null, dtype?: DTypeLike | null) => {
    const run: FlatFunction = ([given]) => {
      const [x, along] = lane(counted(given, dtype), axis);
      return [bind("cumsum", [x], { axis: along, reverse: false })];
    };
    return namedStep("cumsum", [asArray(a, "cumsum")], run, `${axis} ${String(dtype)}`)[0];
  },
);

/** Running products along an axis; without an axis, over the flattened array. */
export const cumprod: Cumulative = define(
  "jax.numpy",
  "cumprod(@a, axis=None, dtype=None, out!=None)",
  (a: ArrayLike, axis?: number | null, dtype?: DTypeLike | null) => {
    const [x, along] = lane(counted(asArray(a, "cumprod"), dtype), axis);
    return scannedOp("mul", x, along);
  },
);

interface InitialOptions extends CumulativeOptions {
  /** Start with the empty sum or product. */
  includeInitial?: boolean;
}

function arrayApi(name: string, run: Cumulative, neutral: number) {
  return define<(x: ArrayLike, options?: InitialOptions) => JaxArray>(
    "jax.numpy",
    `${name}(@x, /, *, axis=None, dtype=None, include_initial=False)`,
    (x: ArrayLike, axis?: number | null, dtype?: DTypeLike | null, includeInitial = false) => {
      const value = asArray(x, name);
      const rank = value.shape.length;
      if (rank === 0)
        throw new ValueError("The input must be non-scalar to take a cumulative sum.");
      if (rank > 1 && (axis === null || axis === undefined))
        throw new ValueError(
          `The input array has rank ${rank}, however axis was not set to an explicit value. The axis argument is only optional for one-dimensional arrays.`,
        );
      const along = normalAxis(axis ?? 0, rank);
      const result = run(value, along, { dtype: dtype ?? null });
      if (!includeInitial) return result;
      const config = result.shape.map((_, i): [number, number, number] => [
        i === along ? 1 : 0,
        0,
        0,
      ]);
      return bind("pad", [result, constLike(result, neutral)], { config });
    },
  );
}
/** Running sums, by the array API's name. */
export const cumulativeSum = arrayApi("cumulative_sum", cumsum, 0);
/** Running products, by the array API's name. */
export const cumulativeProd = arrayApi("cumulative_prod", cumprod, 1);
