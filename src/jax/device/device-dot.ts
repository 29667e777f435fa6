import { env } from "@tensorflow/tfjs-core";
import type { Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, runKernel, type TensorInfo } from "../array/tfjs";

/** An operand as [batch, rows, cols], or [batch, cols, rows] where `transposed`; nothing repeats lazily. */
export interface MatrixOperand {
  readonly array: ConcreteArray;
  readonly shape: readonly [number, number, number];
  readonly transposed: boolean;
}

/**
 * Multiplications from which a product gets a shader of its own with the shapes written in: it takes
 * half the time of the one that reads shapes as uniforms, which pays for compiling it.
 */
const OWN_SHADER = 2 ** 20;

/** Runs `body` with tfjs writing shapes into the shaders that it makes. */
function withShapesWrittenIn<T>(body: () => T): T {
  const flag = "WEBGL_USE_SHAPES_UNIFORMS";
  const before = env().getBool(flag);
  env().set(flag, false);
  try {
    return body();
  } finally {
    env().set(flag, before);
  }
}

/** A batched matrix product by tfjs's kernel; the operands' scales move to the result. */
export function deviceDot(a: MatrixOperand, b: MatrixOperand, out: Aval): ConcreteArray {
  const on = currentDevice();
  if (on === null) throw new Error("No device is running.");
  const inputs = [tensorOf(a.array, on, a.shape), tensorOf(b.array, on, b.shape)];
  const [batch, ...sides] = a.shape;
  const columns = b.shape[b.transposed ? 1 : 2];
  const work = batch * sides[0] * sides[1] * columns;
  const multiply = (): TensorInfo =>
    runKernel(
      on,
      "BatchMatMul",
      { a: inputs[0].info, b: inputs[1].info },
      { transposeA: a.transposed, transposeB: b.transposed },
    );
  const info = work < OWN_SHADER ? multiply() : withShapesWrittenIn(multiply);
  giveBack(on, inputs);
  return resultOf(info, on, out, out.shape, a.array.scale * b.array.scale);
}
