import { SIMD_ARITY, type SimdName } from "./elementwise-kernel";
import { placed, simdEngine } from "./simd-engine";

/** Numbers of a pass: operands and the result stay in a core's own cache. */
const PASS = 2 ** 13;
const VECTOR = 16;
/** Results from which the copies into the kernel's memory and out of it pay. */
const LEAST = 2 ** 10;

/** Whether an operation of so many results can run as WebAssembly SIMD here, and is worth it. */
export function runsAsSimd(name: string, size: number): name is SimdName {
  return size >= LEAST && name in SIMD_ARITY && simdEngine() !== null;
}

/** Whether a line of so many numbers can be an operand that repeats. */
export function repeatsAsSimd(line: number): boolean {
  return line <= PASS;
}

/**
 * An operation on float32 arrays, each of the length of `out`, or of one number or a line ({@link repeatsAsSimd}) that is
 * used again and again; lines are of one length. Denormal operands and results count as zeros of their sign. Only where
 * {@link runsAsSimd}.
 * @returns `out`
 */
export function simdElementwise(
  name: SimdName,
  operands: readonly Float32Array[],
  out: Float32Array,
): Float32Array {
  const engine = simdEngine();
  if (engine === null) throw new Error("There is no WebAssembly SIMD here.");
  const { kernel, memory } = engine;
  const line = operands.find((data) => data.length > 1 && data.length < out.length)?.length ?? 1;
  const length = Math.min(PASS - (PASS % line), out.length);
  const [result, ...addresses] = placed(memory, [length, ...operands.map(() => length)]);
  const numbers = new Float32Array(memory.buffer);
  const steps = operands.map((data, i) =>
    data.length === out.length && data.length > 1
      ? VECTOR
      : repeat(numbers, addresses[i] / 4, data, length),
  );
  const parameters = operands.flatMap((_, i) => [addresses[i], steps[i]]);
  for (let at = 0; at < out.length; at += length) {
    const end = Math.min(at + length, out.length);
    operands.forEach((data, i) => {
      if (data.length === out.length && steps[i] > 0)
        numbers.set(data.subarray(at, end), addresses[i] / 4);
    });
    kernel[name](...parameters, result, (end - at) * 4);
    out.set(numbers.subarray(result / 4, result / 4 + end - at), at);
  }
  return out;
}

/**
 * Puts what repeats into memory: one number into all lanes of the only vector, a line as often as a pass needs it.
 * @returns the bytes from one vector of the operand to the next
 */
function repeat(numbers: Float32Array, at: number, data: Float32Array, pass: number): number {
  if (data.length === 1) {
    numbers.fill(data[0], at, at + 4);
    return 0;
  }
  for (let from = 0; from < pass; from += data.length) numbers.set(data, at + from);
  return VECTOR;
}
