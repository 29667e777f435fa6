import type { KernelBackend, KernelConfig } from "@tensorflow/tfjs-core";

/** A started backend with its kernels; undefined for a kernel that it lacks. */
export interface StartedBackend {
  readonly backend: KernelBackend;
  getKernel(name: string): KernelConfig | undefined;
}
