/** What the worker of TypeScript needs of the facade beside the modules of programs, which modules.ts has. */
import type { JaxArray } from "./array/array";
import { sizeOf } from "./array/aval";
import { fromHost } from "./array/concrete";
import { deviceMemory } from "./array/handles";

export { loseContext } from "./device/start";
export { endCallLog, startCallLog } from "./base/call-log";
export { countLiveArrays } from "./array/live-arrays";
export { readLeaves } from "./numpy/read-leaves";
export * from "./runtime";

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
