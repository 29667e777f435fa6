import { ArrayTooLargeError } from "./errors";

/** Elements of one array. */
export const MAX_ARRAY_SIZE = 2 ** 22;
/** Elements of all arrays that a program holds at a time. */
export const MAX_LIVE_SIZE = 2 ** 24;
/** Device handles kept before the oldest are read back and freed; a graded run of the lesson makes about 500. */
export const MAX_HANDLES = 1024;
/** Device handles given up together, so that the device is waited for once. */
export const EVICTED_AT_ONCE = 64;
/** Device bytes kept before the oldest is read back and freed. */
export const MAX_BYTES = 256 * 2 ** 20;

/** Raises if one array of that many elements is not allowed. */
export function checkSize(size: number): void {
  if (size > MAX_ARRAY_SIZE)
    throw new ArrayTooLargeError(
      `An array of ${size.toLocaleString("en")} elements is too large here; at most ${MAX_ARRAY_SIZE.toLocaleString("en")} (2^22) are allowed. Use a smaller shape or batch.`,
    );
}

/** Raises if a program would hold that many elements at a time. */
export function checkLive(size: number): void {
  if (size > MAX_LIVE_SIZE)
    throw new ArrayTooLargeError(
      `The arrays of this program would hold ${size.toLocaleString("en")} elements at a time; at most ${MAX_LIVE_SIZE.toLocaleString("en")} (2^24) are allowed. Use smaller arrays, or keep fewer of them: what a variable, list or closure refers to stays.`,
    );
}
