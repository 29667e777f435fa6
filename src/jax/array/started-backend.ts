import type { KernelBackend, KernelConfig } from "@tensorflow/tfjs-core";

/** A started backend with its kernels; undefined for a kernel that it lacks. */
export interface StartedBackend {
  readonly backend: KernelBackend;
  getKernel(name: string): KernelConfig | undefined;
}

/** What the wasm backend is started from: the text of its script and the bytes of its binary. */
export interface WasmFiles {
  readonly script: string;
  readonly binary: ArrayBuffer;
}
