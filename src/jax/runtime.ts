/** What the worker of either language needs of the facade. */
import { startDevice } from "./device/start";
import type { Precision as DevicePrecision } from "./device/probe";
import type { BackendName } from "./array/tfjs";

export { describe } from "./tree/describe";
export { releaseAll as releaseDevice } from "./array/handles";
export { isContextLost, onContextLost } from "./device/start";
export { readResult } from "./numpy/read-result";

export type Backend = BackendName;
export type Precision = DevicePrecision;

/**
 * Starts one backend: flags are set, float precision is probed.
 * @throws Error with a plain reason if the backend cannot run here
 */
export function startBackend(
  backend: Backend,
): Promise<{ backend: Backend; precision: Precision }> {
  return startDevice(backend);
}
