import { sameShape, type Shape } from "../../array/aval";
import type { LoopInput } from "../../device/wasm/planned/loop-function";
import type { PlannedBuffer } from "../../device/wasm/planned/planned-buffer";
import {
  broadcastView,
  reshapedView,
  slicedView,
  transposedView,
  wholeView,
  type PlannedView,
} from "../../device/wasm/planned/planned-view";
import type { Equation } from "../jaxpr";

/** Vectors are stored whole: a buffer has room for what they reach past its end. */
export const PAST_END = 32;

/** What an equation that only looks at the same numbers makes of a view; null for others, and where they have to move. */
export function viewOf(equation: Equation): ((view: PlannedView) => PlannedView | null) | null {
  switch (equation.prim) {
    case "broadcast_in_dim": {
      const { shape, dims } = equation.params;
      return (view) => broadcastView(view, shape, dims);
    }
    case "reshape":
      return (view) => reshapedView(view, equation.outs[0].aval.shape);
    case "transpose":
      return (view) => transposedView(view, equation.params.permutation);
    case "slice": {
      const { start, limit, strides } = equation.params;
      return (view) => slicedView(view, start, limit, strides);
    }
    case "stop_gradient":
      return (view) => view;
    default:
      return null;
  }
}

export function reshapedDense(view: PlannedView, shape: Shape): PlannedView {
  return { ...view, ...wholeView(view.buffer, shape), start: view.start };
}

/** A view as an operand of elementwise work: a scalar, or an axis of length 1, repeats. */
export function stretched(view: PlannedView, shape: Shape): PlannedView {
  if (sameShape(view.shape, shape)) return view;
  const dims = view.shape.length === 0 ? [] : shape.map((_, axis) => axis);
  return broadcastView(view, shape, dims);
}

/** A buffer that a loop may write over, element by element as it reads it; null where vectors would reach too far. */
export function inPlace(
  inputs: readonly LoopInput[],
  size: number,
  line: number,
): PlannedBuffer | null {
  if (line !== size && line % 4 !== 0) return null;
  const isEach = (input: LoopInput): boolean =>
    "reading" in input && input.reading.kind === "each" && input.view.start === 0;
  for (const input of inputs) {
    if (!("view" in input) || !isEach(input)) continue;
    const { buffer } = input.view;
    const readers = inputs.filter((other) => "view" in other && other.view.buffer === buffer);
    if (readers.every(isEach) && buffer.bytes >= size * 4 + PAST_END) return buffer;
  }
  return null;
}
