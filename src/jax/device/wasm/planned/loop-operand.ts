import { sizeOf, type Shape } from "../../../array/aval";
import { isDense, isRepeated, type PlannedView } from "./planned-view";

/**
 * How a loop over the elements of a shape reads an operand: one for each; one for all; the same line again and again
 * ("line"); or one for each line ("of line"). A line is the last axes taken together.
 */
export type LoopReading =
  | { readonly kind: "each" | "one" }
  | { readonly kind: "line" | "of line"; readonly length: number };

/** How a loop over `shape` reads a view of that shape; null where its elements have to be moved first. */
export function loopReading(view: PlannedView, shape: Shape): LoopReading | null {
  if (isRepeated(view)) return { kind: "one" };
  if (isDense(view)) return { kind: "each" };
  for (let axis = 1; axis < shape.length; axis++) {
    const length = sizeOf(shape.slice(axis));
    if (repeatsUpTo(view, axis) && isDense(lastAxes(view, axis))) return { kind: "line", length };
    if (isRepeated(lastAxes(view, axis)) && isDense(firstAxes(view, axis)))
      return { kind: "of line", length };
  }
  return null;
}

function repeatsUpTo(view: PlannedView, axis: number): boolean {
  return isRepeated(firstAxes(view, axis));
}

function firstAxes({ shape, strides, ...rest }: PlannedView, axis: number): PlannedView {
  return { ...rest, shape: shape.slice(0, axis), strides: strides.slice(0, axis) };
}

function lastAxes({ shape, strides, ...rest }: PlannedView, axis: number): PlannedView {
  return { ...rest, shape: shape.slice(axis), strides: strides.slice(axis) };
}
