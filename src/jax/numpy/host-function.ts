import type { JaxArray } from "../array/array";
import { range, sizeOf, type Shape } from "../array/aval";
import { bind } from "../core/trace";
import { allocate, type HostData } from "../array/host-data";
import type { DType } from "../base/dtype";

/**
 * A function of single elements that runs on the host, without derivative: integers and bits. The
 * operands have equal shapes.
 */
export function hostElementwise(
  name: string,
  operands: readonly JaxArray[],
  dtype: DType,
  formula: (...values: number[]) => number,
): JaxArray {
  const { shape } = operands[0];
  return bind("host_call", operands, {
    name,
    out: { shape, dtype, weak: false },
    run: (inputs) => {
      const out = allocate(dtype, sizeOf(shape));
      for (let i = 0; i < out.length; i++) out[i] = formula(...inputs.map(({ data }) => data[i]));
      return out;
    },
  });
}

/**
 * A function of whole rows along one axis, on the host and without derivative: `run` gets the rows of
 * all operands as numbers and gives a row of `length` numbers. The result has that axis in its place.
 */
export function hostAlong(
  name: string,
  operands: readonly JaxArray[],
  axis: number,
  out: { readonly dtype: DType; readonly length: number },
  run: (...rows: number[][]) => ArrayLike<number>,
): JaxArray {
  const { shape } = operands[0];
  const outShape = shape.map((n, i) => (i === axis ? out.length : n));
  return bind("host_call", operands, {
    name,
    out: { shape: outShape, dtype: out.dtype, weak: false },
    run: (inputs) => alongRows(inputs, shape, axis, out, run),
  });
}

function alongRows(
  inputs: readonly { data: HostData }[],
  shape: Shape,
  axis: number,
  { dtype, length }: { readonly dtype: DType; readonly length: number },
  run: (...rows: number[][]) => ArrayLike<number>,
): HostData {
  const [outer, inner] = [sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis + 1))];
  const n = shape[axis];
  const result = allocate(dtype, outer * length * inner);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      const rows = inputs.map(({ data }) => range(n).map((k) => data[(o * n + k) * inner + i]));
      const row = run(...rows);
      for (let k = 0; k < length; k++) result[(o * length + k) * inner + i] = row[k];
    }
  return result;
}
