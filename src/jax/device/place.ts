import type { ConcreteArray } from "../array/concrete";
import { currentDevice } from "../array/tfjs";

function onDeviceOnly(x: ConcreteArray): boolean {
  return x.storage.host === null;
}

function floats(x: ConcreteArray): boolean {
  return x.dtype === "float32" || x.dtype === "bool";
}

/**
 * Whether an operation over `work` elements should run on the device: never for integers, always if
 * a float operand is only there, else if the work is larger than the device's host limit.
 */
export function prefersDevice(work: number, x: ConcreteArray, y?: ConcreteArray): boolean {
  const device = currentDevice();
  if (device === null || work === 0) return false;
  if (!floats(x) || (y !== undefined && !floats(y))) return false;
  if (onDeviceOnly(x) || (y !== undefined && onDeviceOnly(y))) return true;
  return work > device.hostLimit;
}

/** {@link prefersDevice} for any number of operands. */
export function prefersDeviceForAny(work: number, operands: readonly ConcreteArray[]): boolean {
  const device = currentDevice();
  if (device === null || work === 0 || !operands.every(floats)) return false;
  return operands.some(onDeviceOnly) || work > device.hostLimit;
}

/** Wasm adds up products one after another in float32, which loses digits beyond so many of them. */
const LONGEST_ON_WASM = 1024;

/** {@link prefersDevice} for a dot product of so many multiplications, of which `length` make one element. */
export function prefersDeviceDot(
  work: number,
  length: number,
  x: ConcreteArray,
  y: ConcreteArray,
): boolean {
  const device = currentDevice();
  if (device === null || work === 0) return false;
  if (device.webgl === null && length > LONGEST_ON_WASM) return false;
  if (x.dtype !== "float32" || y.dtype !== "float32") return false;
  return onDeviceOnly(x) || onDeviceOnly(y) || work > device.hostDotLimit;
}
