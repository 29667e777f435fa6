/** The facade for programs in TypeScript, and what their worker needs of it. */
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
import type { JaxArray } from "./array/array";
import { sizeOf } from "./array/aval";
import { fromHost } from "./array/concrete";
import { deviceMemory } from "./array/handles";
import { checkedNamespaces } from "./namespace/checked-namespaces";
import "./shared-typescript";

export { loseContext } from "./device/start";
export { endCallLog, startCallLog } from "./call-log";
export { countLiveArrays } from "./array/live-arrays";
export * from "./runtime";

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
