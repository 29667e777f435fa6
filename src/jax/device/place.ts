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

/** Whether a dot product runs on the device: where there is one, every product of float32 does. */
export function prefersDeviceDot(work: number, x: ConcreteArray, y: ConcreteArray): boolean {
  if (currentDevice() === null || work === 0) return false;
  return x.dtype === "float32" && y.dtype === "float32";
}
