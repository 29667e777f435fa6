import { sizeOf } from "../../array/aval";
import type { VectorOperation } from "../../device/wasm/vector-operation";
import {
  boolToFloat,
  floatToBool,
  VECTOR_OPERATIONS,
  timesReciprocal,
} from "../../device/wasm/vector-operations";
import { avalOf, type AnyEquation } from "../jaxpr";

/** How a loop computes an equation on vectors of four numbers; null where it does not. Bools are lanes of the same loop. */
export function loopOperation(equation: AnyEquation): VectorOperation | null {
  if (equation.prim === "call") return null;
  const { prim, inputs, outs } = equation;
  const [out] = outs;
  const from = inputs.map(avalOf);
  if (sizeOf(out.aval.shape) === 0 || !isVector(out.aval.dtype)) return null;
  if (!from.every(({ dtype }) => isVector(dtype))) return null;
  if (prim === "convert_element_type") return conversion(from[0].dtype, out.aval.dtype);
  const isOfBools = prim === "and" || prim === "or" || prim === "not";
  if (isOfBools !== (from[0].dtype === "bool") && prim !== "select_n") return null;
  if (prim === "select_n" && (from[0].dtype !== "bool" || from[1].dtype !== "float32")) return null;
  const isRepeated = prim === "div" && sizeOf(from[1].shape) < sizeOf(out.aval.shape);
  return isRepeated ? timesReciprocal : (VECTOR_OPERATIONS[prim] ?? null);
}

function isVector(dtype: string): boolean {
  return dtype === "float32" || dtype === "bool";
}

function conversion(from: string, to: string): VectorOperation | null {
  if (from === "bool" && to === "float32") return boolToFloat;
  if (from === "float32" && to === "bool") return floatToBool;
  return from === "float32" && to === "float32" ? (VECTOR_OPERATIONS.stop_gradient ?? null) : null;
}
