import { sameShape, tupleText, type Aval, type Shape } from "../array/aval";
import type { DType } from "../base/dtype";
import { dtypeOf, type DTypeLike } from "../numpy/dtype-argument";

/** The shape and dtype of an array that need not exist: `ShapeDtypeStruct(shape=(3,), dtype=float32)`. */
export class ShapeDtypeStruct implements Aval {
  readonly dtype: DType;
  readonly weak: boolean;
  constructor(
    readonly shape: Shape,
    dtype: DTypeLike,
    options: { readonly weakType?: boolean } = {},
  ) {
    this.dtype = dtypeOf(dtype, "float32");
    this.weak = options.weakType ?? false;
  }
  get ndim(): number {
    return this.shape.length;
  }
  get size(): number {
    return this.shape.reduce((product, n) => product * n, 1);
  }
  /** Whether another one describes the same arrays. */
  equals(other: ShapeDtypeStruct): boolean {
    return (
      sameShape(this.shape, other.shape) && this.dtype === other.dtype && this.weak === other.weak
    );
  }
  toString(): string {
    const weak = this.weak ? ", weak_type=True" : "";
    return `ShapeDtypeStruct(shape=${tupleText(this.shape)}, dtype=${this.dtype}${weak})`;
  }
}
