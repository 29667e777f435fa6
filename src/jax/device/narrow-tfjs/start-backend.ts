import type { KernelBackend, KernelConfig } from "@tensorflow/tfjs-core";
import type { StartedBackend } from "../../array/started-backend";

/** A started backend with its kernels; null where it cannot run. */
export async function startBackend(
  make: () => KernelBackend | Promise<KernelBackend>,
  configs: readonly KernelConfig[],
): Promise<StartedBackend | null> {
  try {
    const backend = await make();
    for (const { setupFunc } of configs) setupFunc?.(backend);
    const kernels = new Map(configs.map((config) => [config.kernelName, config]));
    return { backend, getKernel: (name) => kernels.get(name) };
  } catch {
    return null;
  }
}
