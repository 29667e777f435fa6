import { BINARY_ROWS, type BinaryName, type BinaryRow } from "../../array/binary";
import type { Primitive } from "../../array/primitives";
import { UNARY_ROWS, type UnaryName, type UnaryRow } from "../../array/unary";

/** The body of a GLSL function of floats; bools are 0 and 1. */
export interface Snippet {
  readonly parameters: readonly string[];
  readonly body: string;
}

/** predicate, value if false, value if true. */
export const SELECT: Snippet = { parameters: ["p", "a", "b"], body: "return p > 0.5 ? b : a;" };
/** x, t → t where x > 0. */
export const RELU_GRAD: Snippet = { parameters: ["x", "t"], body: "return x > 0.0 ? t : 0.0;" };
/** Floats and bools are floats on the GPU. */
const SAME: Snippet = { parameters: ["x"], body: "return x;" };

/** Higher powers are left to single multiplications. */
const MAX_POWER = 8;

/** NaN in, NaN out: GPUs promise nothing for it. */
function guarded(body: string): string {
  return `if (isnan(x)) return x; ${body}`;
}

/** Multiplications by repeated squaring, as the primitive computes them. */
function power(y: number): string {
  const lines = ["float f = x;"];
  let hasResult = false;
  for (let left = Math.abs(y); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) lines.push(hasResult ? "r = r * f;" : "float r = f;");
    hasResult ||= left % 2 === 1;
    if (left > 1) lines.push("f = f * f;");
  }
  return `${lines.join(" ")} return ${y < 0 ? "1.0 / r" : "r"};`;
}

/** How the GPU computes a primitive for each element; null where it does not. */
export function snippetOf(prim: Primitive, params: object): Snippet | null {
  if (prim === "select_n") return SELECT;
  if (prim === "relu_grad") return RELU_GRAD;
  if (prim === "integer_pow") {
    const y = "y" in params && typeof params.y === "number" ? params.y : 0;
    const fits = y !== 0 && Math.abs(y) <= MAX_POWER;
    return fits ? { parameters: ["x"], body: power(y) } : null;
  }
  if (prim === "convert_element_type")
    return "dtype" in params && params.dtype === "float32" ? SAME : null;
  const unary = (UNARY_ROWS[prim as UnaryName] as UnaryRow | undefined)?.glsl;
  if (unary !== undefined) return { parameters: ["x"], body: guarded(unary) };
  const binary = (BINARY_ROWS[prim as BinaryName] as BinaryRow | undefined)?.glsl;
  return binary === undefined ? null : { parameters: ["a", "b"], body: binary };
}

/** Whether the GPU computes a primitive element by element. */
export function isElementwise(prim: Primitive, params: object): boolean {
  return snippetOf(prim, params) !== null;
}
