import type { Local, WasmCode } from "./wasm-code";

/**
 * Writes an operation on the vectors in some locals; the result stands on the stack. Bools are lanes of ones or zeros.
 * What comes between is put into {@link SPARE_VECTORS} other locals.
 */
export type VectorOperation = (
  code: WasmCode,
  operands: readonly Local[],
  spare: readonly Local[],
) => void;

export const SPARE_VECTORS = 6;
