import type { DType } from "../dtype";

/** Values on the host. Keys take two words each; 16-bit floats are kept rounded in float32. */
export type HostData = Float32Array | Int32Array | Uint32Array | Uint8Array;

/** A zeroed typed array for `size` elements of a dtype. */
export function allocate(dtype: DType, size: number): HostData {
  switch (dtype) {
    case "bool":
      return new Uint8Array(size);
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
