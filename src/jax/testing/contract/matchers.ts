import { readResult } from "../../host";

/** Largest difference allowed on a float32 backend: `atol + rtol · |expected|`, per element. */
const RTOL = 1e-5;
const ATOL = 1e-6;

/** An array as the recorder writes it: floats as exact doubles, or "nan", "inf", "-inf". */
export interface RecordedArray {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly data: readonly (number | boolean | string)[];
}

/** A recorded element as a number. */
export function recordedNumber(value: number | boolean | string): number {
  return typeof value === "string" ? Number(value.replace("inf", "Infinity")) : Number(value);
}

/** The numbers of a recorded array. */
export function recordedNumbers({ data }: RecordedArray): number[] {
  return data.map(recordedNumber);
}

/** Share of the tolerance that the largest error uses; infinite where exactly one side is not a number. */
export function budget(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const [got, want] = [actual[i], expected[i]];
    if (Object.is(got, want) || got === want) continue;
    const share = Math.abs(got - want) / (ATOL + RTOL * Math.abs(want));
    worst = Number.isNaN(share) ? Infinity : Math.max(worst, share);
  }
  return worst;
}

/** The shape and numbers of a result; throws with the reason if it is no array of numbers. */
export function read(value: unknown): { shape: readonly number[]; values: Float32Array } {
  const result = readResult(value);
  if (result.problem !== null) throw new Error(`not an array of numbers: ${result.problem}`);
  return result;
}

/** Throws unless shape and numbers agree within the tolerance of float32 backends. */
export function assertAllclose(
  actual: unknown,
  expected: { readonly shape: readonly number[]; readonly values: ArrayLike<number> },
  what = "result",
): void {
  const { shape, values } = read(actual);
  assertEqual(shape.join(","), expected.shape.join(","), `shape of ${what}`);
  const share = budget(values, expected.values);
  if (share > 1)
    throw new Error(
      `${what} is off by ${share.toPrecision(3)} × the tolerance: ${numbers(values)} instead of ${numbers(expected.values)}`,
    );
}

/** {@link assertAllclose} against a recording, dtype included if the value tells it. */
export function assertRecorded(actual: unknown, expected: RecordedArray, what = "result"): void {
  if (typeof actual === "object" && actual !== null && "dtype" in actual)
    assertEqual(String(actual.dtype), expected.dtype, `dtype of ${what}`);
  assertAllclose(actual, { shape: expected.shape, values: recordedNumbers(expected) }, what);
}

/** Throws unless two results agree in shape and within the tolerance. */
export function assertSame(actual: unknown, expected: unknown, what = "result"): void {
  assertAllclose(actual, read(expected), what);
}

/** Throws unless both are the same string, number or boolean. */
export function assertEqual<T extends string | number | boolean | null>(
  actual: T,
  expected: T,
  what: string,
): void {
  if (!Object.is(actual, expected))
    throw new Error(`${what} is ${String(actual)} instead of ${String(expected)}`);
}

function numbers(values: ArrayLike<number>): string {
  const shown = Array.from({ length: Math.min(values.length, 8) }, (_, i) => values[i]);
  return `[${shown.join(", ")}${values.length > 8 ? ", …" : ""}]`;
}
