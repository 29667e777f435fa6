import type { DType } from "../base/dtype";
import { OutOfMemoryError } from "./errors";
import { checkSize } from "./limits";

/** Values on the host. Keys take two words each; 16-bit floats are kept rounded in float32. */
export type HostData =
  Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/**
 * A zeroed typed array for `size` elements of a dtype; raises if that is more than an array may have, or than
 * the browser can give.
 */
export function allocate(dtype: DType, size: number): HostData {
  checkSize(size);
  try {
    return zeros(dtype, size);
  } catch (error) {
    throw error instanceof RangeError ? new OutOfMemoryError(size) : error;
  }
}

function zeros(dtype: DType, size: number): HostData {
  switch (dtype) {
    case "bool":
    case "uint8":
      return new Uint8Array(size);
    case "int8":
      return new Int8Array(size);
    case "int16":
      return new Int16Array(size);
    case "uint16":
      return new Uint16Array(size);
    case "int32":
      return new Int32Array(size);
    case "uint32":
      return new Uint32Array(size);
    case "key<fry>":
      return new Uint32Array(size * 2);
    case "float32":
    case "float16":
    case "bfloat16":
      return new Float32Array(size);
  }
}
