/** Recorded arrays as arrays of the facade and back, for tests alone. */
import type { RecordedArray } from "../../lib/testing/read-golden";
import type { JaxArray } from "../array/array";
import { ConcreteArray, fromHost } from "../array/concrete";

/** A recorded float array. */
export function arrayOf({ shape, data }: RecordedArray): JaxArray {
  return fromHost(shape, "float32", false, Float32Array.from(data, Number));
}

/** The shape, type and flat values of an array (or of what stands for one), as a recording has them. */
export function recordOf(value: unknown): RecordedArray {
  const array = isWrapped(value) ? value.__jaxArray__() : value;
  if (!(array instanceof ConcreteArray)) throw new Error("Expected an array with values.");
  const raw: number[] = Array.from(array.values());
  const data = array.dtype === "bool" ? raw.map((flag) => flag === 1) : raw;
  return { shape: [...array.shape], dtype: array.dtype, data };
}

function isWrapped(value: unknown): value is { __jaxArray__(): unknown } {
  return typeof value === "object" && value !== null && "__jaxArray__" in value;
}

/** The largest error of `got` against recorded values, in units of atol 1e-6 + rtol 1e-5 · |expected|. */
export function errorOf(got: unknown, expected: RecordedArray): number {
  const { data } = recordOf(got);
  const shares = expected.data.map(
    (value, i) =>
      Math.abs(Number(data[i]) - Number(value)) / (1e-6 + 1e-5 * Math.abs(Number(value))),
  );
  return Math.max(0, ...shares);
}
