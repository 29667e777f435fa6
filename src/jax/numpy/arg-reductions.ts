import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { indexedAxis } from "./axis";
import { define } from "./function-table";
import { reduced } from "./reduce-parts";

interface ArgOptions {
  axis?: number | null;
  keepdims?: boolean;
}
export type ArgReduction = (
  a: ArrayLike,
  axis?: number | null | ArgOptions,
  o?: ArgOptions,
) => JaxArray;

/** The index of the first extreme element along an axis, or in the flattened array. */
export function argumentOf(
  name: "argmax" | "argmin",
  x: JaxArray,
  axis: number | null | undefined,
  keepdims: boolean | null | undefined,
): JaxArray {
  const whole = axis === null || axis === undefined;
  if (sizeOf(x.shape) === 0) throw new ValueError(`attempt to get ${name} of an empty sequence`);
  const flat = whole ? reshape(x, [sizeOf(x.shape)]) : x;
  const along = whole ? 0 : indexedAxis(axis, x.shape.length);
  const index = bind(name, [flat], { axis: along });
  return reduced(x, whole ? range(x.shape.length) : [along], keepdims, index);
}

function argument(name: "argmax" | "argmin"): ArgReduction {
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, keepdims=None)`,
    (a: ArrayLike, axis?: number | null, keepdims?: boolean | null) =>
      argumentOf(name, asArray(a, name), axis, keepdims),
  );
}
/** Index of the first largest element (int32); without an axis, in the flattened array. */
export const argmax: ArgReduction = argument("argmax");
/** Index of the first smallest element (int32); without an axis, in the flattened array. */
export const argmin: ArgReduction = argument("argmin");
