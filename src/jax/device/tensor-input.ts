import { sameShape, sizeOf, type Aval, type Shape } from "../array/aval";
import { ConcreteArray, scalar } from "../array/concrete";
import { hold, touch, watch } from "../array/handles";
import { note } from "../array/scope";
import { Storage } from "../array/storage";
import { runKernel, type Device, type TensorInfo } from "../array/tfjs";

/** An operand of a kernel; a temporary one is given back after the kernel ran. */
export interface TensorInput {
  readonly info: TensorInfo;
  readonly isTemporary: boolean;
}

/** Numbers that came as operands lately, so that a learning rate is uploaded once. */
const scalars = new Map<number, ConcreteArray>();
const MAX_SCALARS = 64;

function sharedScalar(value: number): ConcreteArray {
  let shared = scalars.get(value);
  if (shared === undefined) {
    if (scalars.size >= MAX_SCALARS) scalars.clear();
    shared = scalar(value);
    scalars.set(value, shared);
  }
  return shared;
}

/**
 * The stored values of an array as a tensor of `shape` (the scale is not applied). The array keeps
 * its device copy; a tensor of another shape than that is temporary.
 */
export function tensorOf(x: ConcreteArray, on: Device, shape: Shape = x.stored): TensorInput {
  const value = x.scale === 1 && x.dtype === "float32" ? x.uniform() : null;
  const source = value === null ? x : sharedScalar(value);
  const { storage } = source;
  if (storage.device === null) {
    hold(storage, upload(storage, shape, on), on);
    watch(source, storage);
  } else touch(storage);
  const held = storage.device?.info;
  if (held === undefined) throw new Error("A device copy was freed while it was made.");
  if (sameShape(held.shape, shape)) return { info: held, isTemporary: false };
  const info = runKernel(on, "Reshape", { x: held }, { shape: [...shape] });
  return { info, isTemporary: true };
}

function upload(storage: Storage, shape: Shape, on: Device): TensorInfo {
  const values = storage.read();
  const dtype = storage.dtype === "bool" ? "bool" : "float32";
  // Neither tfjs nor the facade ever writes to values in place, so they can be shared.
  const data = values instanceof Uint8Array || values instanceof Float32Array ? values : null;
  if (data === null) throw new Error("Integers and keys stay on the host.");
  const dataId = on.backend.write(data, [...shape], dtype);
  return { dataId, shape: [...shape], dtype };
}

/** Gives temporary operands back. */
export function giveBack(on: Device, inputs: readonly TensorInput[]): void {
  for (const input of inputs) if (input.isTemporary) on.backend.disposeData(input.info.dataId);
}

/** Values of a result that tfjs computed on the CPU, or null if it is on the GPU. */
function cpuValues(info: TensorInfo, on: Device): ArrayLike<number> | null {
  const data = on.webgl.texData.get(info.dataId);
  return data !== undefined && data.texture === null ? data.values : null;
}

/** Makes an array of a kernel's result, stored in the shape `stored`. */
export function resultOf(
  info: TensorInfo,
  on: Device,
  out: Aval,
  stored: Shape,
  scale = 1,
): ConcreteArray {
  const size = sizeOf(stored);
  const values = cpuValues(info, on);
  const host =
    values === null
      ? null
      : out.dtype === "bool"
        ? Uint8Array.from(values)
        : values instanceof Float32Array
          ? values
          : Float32Array.from(values);
  const storage = new Storage(out.dtype, size, host);
  if (host === null) {
    hold(storage, info, on);
    note(storage);
  } else on.backend.disposeData(info.dataId);
  const base = sameShape(stored, out.shape) ? null : stored;
  return new ConcreteArray(out.shape, out.dtype, out.weak, storage, base, scale);
}
