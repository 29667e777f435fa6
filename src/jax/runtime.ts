/** What the worker of either language needs of the facade. */
import { startDevice } from "./device/start";
import type { Precision as DevicePrecision } from "./device/probe";
import type { BackendName } from "./array/tfjs";
import { evaluatePart } from "./parts";
import { shared } from "./shared-values";

export { describe } from "./describe";
export { releaseAll as releaseDevice } from "./array/handles";
export { isContextLost, onContextLost } from "./device/start";
export { readResult } from "./read-result";

export type Backend = BackendName;
export type Precision = DevicePrecision;

/** Evaluates the script of a part. Only scripts that the page has sent may come here. */
export function loadPart(script: string): void {
  evaluatePart(script, shared);
}

/**
 * Starts one backend: flags are set, float precision is probed. The part of wasm has been loaded before, by
 * {@link loadPart}; `binary` holds its bytes.
 * @throws Error with a plain reason if the backend cannot run here
 */
export function startBackend(
  backend: Backend,
  binary?: ArrayBuffer,
): Promise<{ backend: Backend; precision: Precision }> {
  return startDevice(backend, binary);
}
