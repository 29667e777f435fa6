import type { KernelBackend, KernelConfig } from "@tensorflow/tfjs-core";

/** A started backend with its kernels; undefined for a kernel that it lacks. */
export interface StartedBackend {
  readonly backend: KernelBackend;
  getKernel(name: string): KernelConfig | undefined;
}

/** Starts the wasm backend from the bytes of its binary; null where it cannot run. */
export type StartWasm = (binary: ArrayBuffer) => Promise<StartedBackend | null>;

declare global {
  /** Left by the wasm backend's script, which is evaluated before the backend is started. */
  var __startWasm: StartWasm | undefined;
}

/** @throws Error if the script or its binary has not come. */
export async function startWasm(binary: ArrayBuffer | undefined): Promise<StartedBackend | null> {
  const start = globalThis.__startWasm;
  if (start === undefined)
    throw new Error("The WebAssembly backend's script was not loaded before it was started.");
  if (binary === undefined)
    throw new Error("The WebAssembly backend's binary was not handed over.");
  return start(binary).catch(() => null);
}
