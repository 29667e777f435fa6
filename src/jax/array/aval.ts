import type { DType } from "../base/dtype";

export type Shape = readonly number[];

/** What is known of an array before it has values; every array and tracer is one too. */
export interface Aval {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly weak: boolean;
}

/** Number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i];
  return size;
}

/** Whether two shapes are equal. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Python's text of a tuple: `(2, 3)`, `(3,)`, `()`. */
export function tupleText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** JAX's long text of a type, as in errors: `float32[3,4]`, `~int32[]` where weak types are shown. */
export function avalText(aval: Aval, showWeak = false): string {
  return `${showWeak && aval.weak ? "~" : ""}${aval.dtype}[${aval.shape.join(",")}]`;
}

const SHORT: Readonly<Record<DType, string>> = {
  bool: "bool",
  int8: "i8",
  int16: "i16",
  int32: "i32",
  uint8: "u8",
  uint16: "u16",
  uint32: "u32",
  float32: "f32",
  float16: "f16",
  bfloat16: "bf16",
  "key<fry>": "key<fry>",
};

/** JAX's short text of a type, as in jaxprs: `f32[3,4]`. */
export function shortAval(aval: Aval): string {
  return `${SHORT[aval.dtype]}[${aval.shape.join(",")}]`;
}

/** Row-major strides in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

/** The indices 0 … n-1. */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
