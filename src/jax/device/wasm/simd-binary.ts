import { SIMD_BINARY, type SimdBinaryName } from "./elementwise-kernel";
import { placed, simdEngine } from "./simd-engine";

/** Numbers of a pass: both operands and the result stay in a core's own cache. */
const PASS = 2 ** 14;
/** Results from which the copies into the kernel's memory and out of it pay. */
const LEAST = 2 ** 10;

/** Whether an operation of so many results can run as WebAssembly SIMD here, and is worth it. */
export function runsAsSimd(name: string, size: number): name is SimdBinaryName {
  return size >= LEAST && NAMES.has(name) && simdEngine() !== null;
}

const NAMES: ReadonlySet<string> = new Set<string>(SIMD_BINARY);

/**
 * An operation on float32 arrays, each of the length of `out` or of one number that is used throughout. Denormal operands
 * and results count as zeros of their sign. Only where {@link runsAsSimd}.
 * @returns `out`
 */
export function simdBinary(
  name: SimdBinaryName,
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
): Float32Array {
  const engine = simdEngine();
  if (engine === null) throw new Error("There is no WebAssembly SIMD here.");
  const { kernel, memory } = engine;
  const length = Math.min(PASS, out.length);
  const [left, right, result] = placed(memory, [length, length, length]);
  const numbers = new Float32Array(memory.buffer);
  const aStep = place(numbers, left / 4, a);
  const bStep = place(numbers, right / 4, b);
  for (let at = 0; at < out.length; at += length) {
    const end = Math.min(at + length, out.length);
    if (aStep > 0) numbers.set(a.subarray(at, end), left / 4);
    if (bStep > 0) numbers.set(b.subarray(at, end), right / 4);
    kernel[name](left, aStep, right, bStep, result, (end - at) * 4);
    out.set(numbers.subarray(result / 4, result / 4 + end - at), at);
  }
  return out;
}

/** The bytes from one vector of an operand to the next; one number is put into all lanes of the only vector. */
function place(numbers: Float32Array, at: number, data: Float32Array): number {
  if (data.length > 1) return 16;
  numbers.fill(data[0], at, at + 4);
  return 0;
}
