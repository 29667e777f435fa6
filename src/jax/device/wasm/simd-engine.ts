import { dotFunctions, type DotKernel } from "./dot-kernel";
import { elementwiseFunctions, type ElementwiseKernel } from "./elementwise-kernel";
import { wasmModule } from "./wasm-module";

const PAGE = 2 ** 16;

/** The kernels, and the memory in which they find what they compute with. */
export interface SimdEngine {
  readonly kernel: DotKernel & ElementwiseKernel;
  readonly memory: WebAssembly.Memory;
}

/** Begins as undefined, and is null where the browser's WebAssembly has no SIMD. */
let engine: SimdEngine | null | undefined;

/** The engine, started when it is first asked for; null where it cannot run, which leaves the work to JavaScript's loops. */
export function simdEngine(): SimdEngine | null {
  if (engine === undefined) engine = start();
  return engine;
}

/** The kernels' module. */
export function kernelModule(): Uint8Array<ArrayBuffer> {
  return wasmModule([...dotFunctions(), ...elementwiseFunctions()]);
}

function start(): SimdEngine | null {
  const bytes = kernelModule();
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(bytes)) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { kernel: instance.exports as unknown as SimdEngine["kernel"], memory };
}

/** Addresses of parts of so many float32 numbers, one after another; memory grows where it has to. */
export function placed(memory: WebAssembly.Memory, sizes: readonly number[]): number[] {
  let end = 0;
  const addresses = sizes.map((size) => {
    const address = end;
    end += Math.ceil(size / 4) * 16;
    return address;
  });
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return addresses;
}
