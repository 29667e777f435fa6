import type { Aval } from "../core/aval";
import type { ConcreteArray } from "../core/concrete";
import { giveBack, resultOf, tensorOf } from "./tensor-input";
import { currentDevice, runKernel } from "./tfjs";

/** An operand as [batch, rows, cols], or [batch, cols, rows] where `transposed`; nothing repeats lazily. */
export interface MatrixOperand {
  readonly array: ConcreteArray;
  readonly shape: readonly [number, number, number];
  readonly transposed: boolean;
}

/** A batched matrix product by tfjs's kernel; the operands' scales move to the result. */
export function deviceDot(a: MatrixOperand, b: MatrixOperand, out: Aval): ConcreteArray {
  const on = currentDevice();
  if (on === null) throw new Error("No device is running.");
  const inputs = [tensorOf(a.array, on, a.shape), tensorOf(b.array, on, b.shape)];
  const info = runKernel(
    on,
    "BatchMatMul",
    { a: inputs[0].info, b: inputs[1].info },
    { transposeA: a.transposed, transposeB: b.transposed },
  );
  giveBack(on, inputs);
  return resultOf(info, on, out, out.shape, a.array.scale * b.array.scale);
}
