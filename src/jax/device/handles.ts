import { MAX_BYTES, MAX_HANDLES } from "./limits";
import { note } from "./scope";
import type { Storage } from "./storage";
import { assertAlive, currentDevice, type Device, type TensorInfo } from "./tfjs";

/** A tfjs tensor that one storage owns, with the backend it lives on. */
export interface DeviceTensor {
  readonly info: TensorInfo;
  readonly on: Device;
}

/** Storages with a device copy, oldest use first. */
const held = new Set<Storage>();
let heldBytes = 0;

/** How many device tensors are held, and their bytes. */
export function deviceMemory(): { tensors: number; bytes: number } {
  return { tensors: held.size, bytes: heldBytes };
}

/** Gives a storage its device copy and makes room for it. */
export function hold(storage: Storage, info: TensorInfo, on: Device): void {
  storage.device = { info, on };
  held.add(storage);
  heldBytes += storage.size * 4;
  note(storage);
  while (held.size > MAX_HANDLES || heldBytes > MAX_BYTES) {
    const [oldest] = held;
    if (oldest === storage || oldest === undefined) return;
    oldest.read();
    forget(oldest);
  }
}

/** Marks a device copy as used just now. */
export function touch(storage: Storage): void {
  held.delete(storage);
  held.add(storage);
}

/** Frees a storage's device copy. */
export function forget(storage: Storage): void {
  const { device } = storage;
  if (device === null) return;
  storage.device = null;
  if (held.delete(storage)) heldBytes -= storage.size * 4;
  device.on.backend.disposeData(device.info.dataId);
}

/** Reads a device copy back; raises {@link GpuLostError} if the context is gone. */
export function readDevice(storage: Storage, device: DeviceTensor): Float32Array | Uint8Array {
  const { on, info } = device;
  assertAlive(on);
  const values = on.backend.readSync(info.dataId) as ArrayLike<number>;
  assertAlive(on);
  if (storage.dtype === "bool") return Uint8Array.from(values);
  return values instanceof Float32Array ? values : Float32Array.from(values);
}

/** Frees every device copy (the backend changes); values that are only there are read first. */
export function releaseAll(): void {
  if (currentDevice() === null) return;
  for (const storage of [...held]) {
    storage.read();
    forget(storage);
  }
}

const registry = new FinalizationRegistry<Storage>((storage) => {
  storage.refs -= 1;
  if (storage.refs === 0) storage.free();
});

/** Frees the storage's device copy some time after the last watched owner was collected. */
export function watch(owner: object, storage: Storage): void {
  storage.refs += 1;
  registry.register(owner, storage);
}
