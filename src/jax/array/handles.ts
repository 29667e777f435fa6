import { EVICTED_AT_ONCE, MAX_BYTES, MAX_HANDLES } from "./limits";
import {
  assertAlive,
  currentDevice,
  type Device,
  type DeviceTensor,
  type TensorInfo,
} from "./tfjs";
import { readTogether, type Readable } from "./read-together";

/** A storage, as far as the keeping of device copies knows it. */
interface Holder extends Readable {
  readonly id: number;
  device: DeviceTensor | null;
  /** Arrays that the finalizer watches on behalf of the device copy. */
  watchers: number;
  /** Reads the values back, unless they are on the host. */
  read(): void;
}

/** Storages with a device copy by their id, oldest use first. */
const held = new Map<number, Holder>();
let heldBytes = 0;

/**
 * Frees the device copies of collected arrays. It knows storages by id alone, and forgets those that
 * were freed before: inside a synchronous loop it never runs, and must not keep anything alive.
 */
const registry = new FinalizationRegistry<number>((id) => {
  const storage = held.get(id);
  if (storage === undefined) return;
  storage.watchers -= 1;
  if (storage.watchers === 0) forget(storage);
});

/** Frees the storage's device copy some time after the last watched array was collected. */
export function watch(array: object, storage: Holder): void {
  storage.watchers += 1;
  registry.register(array, storage.id, storage);
}

/** How many device tensors are held, and their bytes. */
export function deviceMemory(): { tensors: number; bytes: number } {
  return { tensors: held.size, bytes: heldBytes };
}

/** Gives a storage its device copy and makes room for it. */
export function hold(storage: Holder, info: TensorInfo, on: Device): void {
  storage.device = { info, on };
  held.set(storage.id, storage);
  heldBytes += storage.size * 4;
  if (held.size > MAX_HANDLES || heldBytes > MAX_BYTES) makeRoom(storage);
}

/**
 * Reads the oldest device copies back and frees them, many small ones in one go: each wait for the device
 * costs more than their copying.
 */
function makeRoom(newest: Holder): void {
  // Only where there are too many of them: large arrays are worth keeping, and are read one by one anyway.
  const atOnce = held.size > MAX_HANDLES ? EVICTED_AT_ONCE : 0;
  const oldest: Holder[] = [];
  let bytes = heldBytes;
  for (const storage of held.values()) {
    const tooMany = held.size - oldest.length > MAX_HANDLES || bytes > MAX_BYTES;
    if (storage === newest || (!tooMany && oldest.length >= atOnce)) break;
    oldest.push(storage);
    bytes -= storage.size * 4;
  }
  evict(oldest);
}

function evict(storages: readonly Holder[]): void {
  readTogether(storages);
  for (const storage of storages) {
    storage.read();
    forget(storage);
  }
}

/** Marks a device copy as used just now. */
export function touch(storage: Holder): void {
  held.delete(storage.id);
  held.set(storage.id, storage);
}

/** Frees a storage's device copy. */
export function forget(storage: Holder): void {
  const { device } = storage;
  if (device === null) return;
  storage.device = null;
  if (held.delete(storage.id)) heldBytes -= storage.size * 4;
  if (storage.watchers > 0) registry.unregister(storage);
  storage.watchers = 0;
  device.on.backend.disposeData(device.info.dataId);
}

/** Reads a device copy back; raises {@link GpuLostError} if the context is gone. */
export function readDevice(storage: Holder, device: DeviceTensor): Float32Array | Uint8Array {
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
  evict([...held.values()]);
}
