/** What the worker that runs learners' programs needs of the facade. */
import * as bridge from "./bridge/index";
import * as flattenUtil from "./flatten-util";
import * as flax from "./flax";
import * as jax from "./jax";
import * as linalg from "./linalg/index";
import * as lax from "./lax/index";
import * as linen from "./linen/index";
import * as nn from "./nn/index";
import * as nnx from "./nnx/index";
import * as numpy from "./numpy/index";
import * as optax from "./optax/index";
import * as random from "./random/index";
import * as tree from "./tree/index";
import * as treeUtil from "./tree/tree-util";
import type { JaxArray } from "./core/array";
import { sizeOf } from "./core/aval";
import { fromHost } from "./core/concrete";
import { startDevice } from "./device/start";
import { deviceMemory } from "./device/handles";
import type { BackendName } from "./device/tfjs";
import type { Precision as DevicePrecision } from "./device/probe";
import { checkedNamespaces } from "./namespace/checked-namespaces";
import { nearestOf } from "./nearest-name";

export { isContextLost, loseContext, onContextLost } from "./device/start";
export { endCallLog, startCallLog } from "./call-log";
export type { LoggedCall } from "./call-log";
export { releaseAll as releaseDevice } from "./device/handles";
export { countLiveArrays } from "./device/live-arrays";
export { loadPart } from "./parts";
export { readResult } from "./read-result";
export { describe } from "./describe";

export type Backend = BackendName;
export type Precision = DevicePrecision;

/** Import specifier → the names a program gets from it. */
export const modules = checkedNamespaces({
  jax,
  "jax/numpy": numpy,
  "jax/numpy/linalg": linalg,
  "jax/nn": nn,
  "jax/random": random,
  "jax/lax": lax,
  "jax/tree": tree,
  "jax/tree_util": treeUtil,
  "jax/flatten_util": flattenUtil,
  flax,
  "flax/linen": linen,
  "flax/nnx": nnx,
  "flax/nnx/bridge": bridge,
  optax,
});

/** The name of a module that is most like a misspelt or missing one; null if none is close. */
export function nearestName(specifier: string, name: string): string | null {
  return nearestOf(name, Object.keys(modules[specifier] ?? {}));
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

/** A new float32 array on copied data; shape [] gives a 0-d array. */
export function arrayFrom(shape: readonly number[], data: ArrayLike<number>): JaxArray {
  if (data.length !== sizeOf(shape))
    throw new RangeError(`Shape (${shape.join(", ")}) does not hold ${data.length} numbers.`);
  return fromHost([...shape], "float32", false, Float32Array.from(data));
}

/** Arrays that hold device memory, device tensors and their bytes. */
export function memory(): { liveArrays: number; deviceTensors: number; deviceBytes: number } {
  const { tensors, bytes } = deviceMemory();
  return { liveArrays: tensors, deviceTensors: tensors, deviceBytes: bytes };
}
