import type { Aval, Shape } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { BINARY_ROWS, type BinaryName } from "../array/binary";
import { UNARY_ROWS, type UnaryName } from "../array/unary";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, runKernel } from "../array/tfjs";

/** A unary primitive by tfjs's kernel on a backend without textures; null if the host has to do it. */
export function kernelUnary(prim: UnaryName, x: ConcreteArray, out: Aval): ConcreteArray | null {
  const on = currentDevice();
  const name = UNARY_ROWS[prim].kernel;
  if (on === null || name === undefined || x.dtype !== "float32") return null;
  const input = tensorOf(x, on);
  const info = runKernel(on, name, { x: input.info }, {});
  giveBack(on, [input]);
  return resultOf(info, on, out, x.stored);
}

/** A binary primitive by tfjs's kernel, broadcasting included; null if the host has to do it. */
export function kernelBinary(
  prim: BinaryName,
  x: ConcreteArray,
  y: ConcreteArray,
  out: Aval,
  stored: Shape,
): ConcreteArray | null {
  const on = currentDevice();
  const name = BINARY_ROWS[prim].kernel;
  if (on === null || name === undefined || x.dtype !== "float32" || y.dtype !== "float32")
    return null;
  const inputs = [tensorOf(x, on), tensorOf(y, on)];
  const info = runKernel(on, name, { a: inputs[0].info, b: inputs[1].info }, {});
  giveBack(on, inputs);
  return resultOf(info, on, out, stored);
}
