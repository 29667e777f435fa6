import type { JaxArray } from "../array/array";
import type { DType } from "../base/dtype";
import { asarray, type ArraySource } from "./creation";

/**
 * A scalar type: makes arrays of its dtype, and names the dtype where one is asked for. As text it is the
 * dtype's name, which `x.dtype` is too: `x.dtype === jnp.float32.dtype`.
 */
export interface ScalarType {
  (x: ArraySource): JaxArray;
  readonly dtype: DType;
  /** The 64-bit type it stands for, if it is one: arrays get its 32-bit counterpart, with a warning. */
  readonly wide?: string;
}

function scalarType(dtype: DType, wide?: string): ScalarType {
  const name = wide ?? dtype;
  const make = (x: ArraySource): JaxArray => asarray(x, type);
  const type: ScalarType = Object.assign(make, { dtype, ...(wide !== undefined && { wide }) });
  Object.defineProperty(make, "name", { value: name });
  Object.defineProperty(make, "toString", { value: () => name });
  return type;
}

/** Makes a boolean array; also usable as a dtype. */
export const bool_: ScalarType = scalarType("bool");
/** Makes an int8 array; also usable as a dtype. */
export const int8: ScalarType = scalarType("int8");
/** Makes an int16 array; also usable as a dtype. */
export const int16: ScalarType = scalarType("int16");
/** Makes an int32 array; also usable as a dtype. */
export const int32: ScalarType = scalarType("int32");
/** Gives int32, with a warning. */
export const int64: ScalarType = scalarType("int32", "int64");
/** Makes a uint8 array; also usable as a dtype. */
export const uint8: ScalarType = scalarType("uint8");
/** Makes a uint16 array; also usable as a dtype. */
export const uint16: ScalarType = scalarType("uint16");
/** Makes a uint32 array; also usable as a dtype. */
export const uint32: ScalarType = scalarType("uint32");
/** Gives uint32, with a warning. */
export const uint64: ScalarType = scalarType("uint32", "uint64");
/** Makes a float16 array; also usable as a dtype. */
export const float16: ScalarType = scalarType("float16");
/** Makes a bfloat16 array; also usable as a dtype. */
export const bfloat16: ScalarType = scalarType("bfloat16");
/** Makes a float32 array; also usable as a dtype. */
export const float32: ScalarType = scalarType("float32");
/** Gives float32, with a warning. */
export const float64: ScalarType = scalarType("float32", "float64");
/** The default integer type, int32. */
export const int_: ScalarType = int32;
/** The default unsigned type, uint32. */
export const uint: ScalarType = uint32;
/** The default float type, float32. */
export const float_: ScalarType = float32;
