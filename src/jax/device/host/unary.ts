import { UNARY_ROWS, type UnaryName, type UnaryRow } from "../../array/unary";
import type { DType } from "../../base/dtype";
import type { HostData } from "../../array/host-data";
import { allocate } from "../../array/host-data";

/** Applies a unary primitive to host values of a dtype. */
export function hostUnary(prim: UnaryName, data: HostData, dtype: DType, out: HostData): HostData {
  if (data instanceof Float32Array && out instanceof Float32Array && ownLoop(prim, data, out))
    return out;
  const row: UnaryRow = UNARY_ROWS[prim];
  const other = dtype === "bool" ? row.ofBooleans : row.ofIntegers;
  const formula = (data instanceof Float32Array ? undefined : other) ?? row.formula;
  for (let i = 0; i < out.length; i++) out[i] = formula(data[i]);
  return out;
}

/** What a training step does to whole layers, with loops that an engine compiles to straight code. */
function ownLoop(prim: UnaryName, data: Float32Array, out: Float32Array): boolean {
  const n = out.length;
  if (prim === "relu") for (let i = 0; i < n; i++) out[i] = Math.max(data[i], 0);
  else if (prim === "square") for (let i = 0; i < n; i++) out[i] = data[i] * data[i];
  else if (prim === "neg") for (let i = 0; i < n; i++) out[i] = -data[i];
  else return false;
  return true;
}

/** x to a whole power by repeated squaring, each product rounded as a multiplication would be. */
export function hostIntegerPow(data: HostData, dtype: DType, exponent: number): HostData {
  const isFloat = data instanceof Float32Array;
  const multiply = isFloat ? (a: number, b: number) => Math.fround(a * b) : Math.imul;
  const out = allocate(dtype, data.length);
  for (let i = 0; i < out.length; i++) {
    let result = 1;
    let factor: number = data[i];
    for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = multiply(result, factor);
      factor = multiply(factor, factor);
    }
    out[i] = exponent < 0 ? 1 / result : result;
  }
  return out;
}
