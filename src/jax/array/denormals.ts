import type { HostData } from "./host-data";

/** Half of the smallest normal float32. */
const HALF = 2 ** -127;

/** Whether a program has given a number between 0 and ±2⁻¹²⁶: results of arithmetic are never such. */
let given = false;

/** Whether x is a denormal float32: neither zero nor as large as 2⁻¹²⁶. One comparison, which hardly ever holds. */
function isDenormal(x: number): boolean {
  return Math.abs(Math.abs(x) - HALF) < HALF;
}

/** Takes note of denormal numbers among those that a program makes arrays of. */
export function noteDenormals(data: HostData): void {
  if (!given && data instanceof Float32Array) given = data.some(isDenormal);
}

/** What arithmetic reads: XLA on the CPU takes a denormal operand as a zero of its sign. */
export function withoutDenormals<Data extends HostData>(data: Data): Data;
export function withoutDenormals(data: HostData): HostData {
  if (!given || !(data instanceof Float32Array) || !data.some(isDenormal)) return data;
  return data.map((x) => (isDenormal(x) ? x * 0 : x));
}

/** What arithmetic gives: denormal results become zeros of their sign, in place. */
export function flushed(data: HostData): HostData {
  if (!(data instanceof Float32Array)) return data;
  for (let i = 0; i < data.length; i++) {
    const x = data[i];
    if (Math.abs(Math.abs(x) - HALF) < HALF) data[i] = x * 0;
  }
  return data;
}
