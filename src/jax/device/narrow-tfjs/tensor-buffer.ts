import type { DataType, DataValues } from "@tensorflow/tfjs-core";
import { computeStrides, getArrayFromDType, sizeFromShape } from "./util";

/** tfjs's buffer of values with their shape, without the tensor class that its own comes with. */
class TensorBuffer {
  readonly size: number;
  readonly strides: number[];
  readonly values: DataValues;

  constructor(
    readonly shape: number[],
    readonly dtype: DataType,
    values?: DataValues,
  ) {
    this.size = sizeFromShape(shape);
    this.strides = computeStrides(shape);
    this.values = values ?? getArrayFromDType(dtype, this.size);
  }

  get rank(): number {
    return this.shape.length;
  }

  get(...location: number[]): unknown {
    return this.values[this.locToIndex(location)];
  }

  set(value: never, ...location: number[]): void {
    this.values[this.locToIndex(location)] = value;
  }

  locToIndex(location: readonly number[]): number {
    return location.reduce((index, at, axis) => index + at * (this.strides[axis] ?? 1), 0);
  }

  indexToLoc(index: number): number[] {
    let rest = index;
    return this.shape.map((_, axis) => {
      const stride = this.strides[axis] ?? 1;
      const at = Math.floor(rest / stride);
      rest -= at * stride;
      return at;
    });
  }
}

/** A new buffer, of zeros unless values are given. */
export function buffer(
  shape: number[],
  dtype: DataType = "float32",
  values?: DataValues,
): TensorBuffer {
  return new TensorBuffer(shape, dtype, values);
}
