import { OutOfMemoryError } from "../../array/errors";
import { dotFunctions, type DotKernel } from "./dot-kernel";
import { elementwiseFunctions, type ElementwiseKernel } from "./elementwise-kernel";
import { reduceFunctions, type ReduceKernel } from "./reduce-kernel";
import { wasmModule } from "./wasm-module";

const PAGE = 2 ** 16;

/** The kernels, and the memory in which they find what they compute with. */
export interface SimdEngine {
  readonly kernel: DotKernel & ElementwiseKernel & ReduceKernel;
  readonly memory: WebAssembly.Memory;
}

/** Begins as undefined, and is null where the browser's WebAssembly has no SIMD. */
let engine: SimdEngine | null | undefined;

/** The engine, started when it is first asked for; null where it cannot run, which leaves the work to JavaScript's loops. */
export function simdEngine(): SimdEngine | null {
  if (engine === undefined) engine = start();
  return engine;
}

/**
 * The kernels' module.
 * @param fused whether products are added in one operation (relaxed SIMD): rounded once where the processor has it
 */
export function kernelModule(fused: boolean): Uint8Array<ArrayBuffer> {
  return wasmModule([...dotFunctions(fused), ...elementwiseFunctions(), ...reduceFunctions()]);
}

function start(): SimdEngine | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = [kernelModule(true), kernelModule(false)].find((module) =>
    WebAssembly.validate(module),
  );
  if (bytes === undefined) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { kernel: instance.exports as unknown as SimdEngine["kernel"], memory };
}

/** Bytes from the first on that a step in progress keeps. */
let kept = 0;

/** Runs something with so many bytes of the memory for itself, from the address that it is told. */
export function withMemory<T>(
  { memory }: SimdEngine,
  bytes: number,
  run: (address: number) => T,
): T {
  const address = kept;
  grown(memory, address + bytes);
  kept = address + bytes;
  try {
    return run(address);
  } finally {
    kept = address;
  }
}

/** Addresses of parts of so many float32 numbers, one after another; memory grows where it has to. */
export function placed(memory: WebAssembly.Memory, sizes: readonly number[]): number[] {
  let end = kept;
  const addresses = sizes.map((size) => {
    const address = end;
    end += Math.ceil(size / 4) * 16;
    return address;
  });
  grown(memory, end);
  return addresses;
}

function grown(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / PAGE));
  } catch (error) {
    throw error instanceof RangeError ? new OutOfMemoryError(bytes / 4) : error;
  }
}
