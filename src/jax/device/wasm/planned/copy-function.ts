import { WasmCode } from "../wasm-code";
import { locals, type WasmFunction } from "../wasm-module";
import type { PlannedBuffer } from "./planned-buffer";
import { firstByte, type PlannedView } from "./planned-view";

/** The function that moves the elements of a view, in row-major order, to a buffer. */
export function copyFunction(name: string, view: PlannedView, to: PlannedBuffer): WasmFunction {
  const { shape, strides } = view;
  const code = new WasmCode();
  const target = 1;
  const sources = locals(shape.length + 1, 2);
  const counters = locals(shape.length, 3 + shape.length);
  const end = 3 + 2 * shape.length;
  const walk = (axis: number): void => {
    if (axis === shape.length) {
      code.get(target).get(sources[axis]).copyOne(firstByte(view), to.offset).advance(target, 4);
      return;
    }
    code.get(sources[axis]).set(sources[axis + 1]);
    code
      .number(0)
      .set(counters[axis])
      .number(shape[axis])
      .set(end + axis);
    code.count(counters[axis], end + axis, 1, () => {
      walk(axis + 1);
      // The inner axes leave their place where they found it.
      code
        .get(sources[axis])
        .number(strides[axis] * 4)
        .i32("add")
        .set(sources[axis]);
      code.get(sources[axis]).set(sources[axis + 1]);
    });
  };
  code.get(0).set(target).get(0).set(sources[0]);
  walk(0);
  return { name, parameters: 1, numbers: 2 + 3 * shape.length, vectors: 0, code };
}
