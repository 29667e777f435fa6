import { sameShape, sizeOf, stridesOf, type Shape } from "../../../array/aval";
import type { PlannedBuffer } from "./planned-buffer";

/** float32 numbers of a buffer as an array: how far apart, in numbers, the elements along each axis lie (0: one repeats). */
export interface PlannedView {
  readonly buffer: PlannedBuffer;
  /** The first element, counted from the buffer's. */
  readonly start: number;
  readonly shape: Shape;
  readonly strides: readonly number[];
}

/** All of a buffer, in row-major order. */
export function wholeView(buffer: PlannedBuffer, shape: Shape): PlannedView {
  return { buffer, start: 0, shape, strides: stridesOf(shape) };
}

/** Where the first element lies among the bytes of the step. */
export function firstByte({ buffer, start }: PlannedView): number {
  return buffer.offset + start * 4;
}

/** Whether the elements lie one after another in row-major order. */
export function isDense({ shape, strides }: PlannedView): boolean {
  const dense = stridesOf(shape);
  return shape.every((n, i) => n === 1 || strides[i] === dense[i]);
}

/** Whether all elements are one number in memory. */
export function isRepeated({ shape, strides }: PlannedView): boolean {
  return shape.every((n, i) => n === 1 || strides[i] === 0);
}

/** As `broadcast_in_dim`: axis i becomes axis dims[i], where it is of length 1 it repeats. */
export function broadcastView(
  view: PlannedView,
  shape: Shape,
  dims: readonly number[],
): PlannedView {
  const strides = shape.map(() => 0);
  dims.forEach((axis, i) => (strides[axis] = view.shape[i] === 1 ? 0 : view.strides[i]));
  return { ...view, shape, strides };
}

/** Another shape for the same elements; null where they would have to move. */
export function reshapedView(view: PlannedView, shape: Shape): PlannedView | null {
  if (isDense(view)) return { ...view, shape, strides: stridesOf(shape) };
  if (isRepeated(view)) return { ...view, shape, strides: shape.map(() => 0) };
  return withoutUnits(view, shape);
}

/** Axes of length 1 may come and go anywhere. */
function withoutUnits(view: PlannedView, shape: Shape): PlannedView | null {
  const long = view.shape.flatMap((n, i) => (n === 1 ? [] : [i]));
  const kept = shape.filter((n) => n !== 1);
  if (
    !sameShape(
      kept,
      long.map((i) => view.shape[i]),
    )
  )
    return null;
  let at = 0;
  const strides = shape.map((n) => (n === 1 ? 0 : view.strides[long[at++]]));
  return { ...view, shape, strides };
}

/** Axes in another order. */
export function transposedView(view: PlannedView, permutation: readonly number[]): PlannedView {
  return {
    ...view,
    shape: permutation.map((axis) => view.shape[axis]),
    strides: permutation.map((axis) => view.strides[axis]),
  };
}

/** The views that are left where some axes are taken apart, in row-major order of these. */
export function takenApart(view: PlannedView, axes: readonly number[]): PlannedView[] {
  const kept = view.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const starts = axes.reduce(
    (all, axis) =>
      all.flatMap((start) =>
        Array.from({ length: view.shape[axis] }, (_, i) => start + i * view.strides[axis]),
      ),
    [view.start],
  );
  const rest = transposedView(view, kept);
  return starts.map((start) => ({ ...rest, start }));
}

/** A rectangle with steps. */
export function slicedView(
  view: PlannedView,
  start: Shape,
  limit: Shape,
  steps: Shape,
): PlannedView {
  return {
    ...view,
    start: start.reduce((sum, from, i) => sum + from * view.strides[i], view.start),
    shape: limit.map((to, i) => Math.ceil((to - start[i]) / steps[i])),
    strides: view.strides.map((stride, i) => stride * steps[i]),
  };
}

/** Some axes as one: its length and how far apart its elements lie; null where no one distance fits. */
export function mergedAxes(
  { shape, strides }: PlannedView,
  axes: readonly number[],
): { readonly length: number; readonly stride: number } | null {
  const long = axes.filter((axis) => shape[axis] > 1);
  const fits = long.every(
    (axis, i) => i === 0 || strides[long[i - 1]] === strides[axis] * shape[axis],
  );
  if (!fits) return null;
  const length = sizeOf(axes.map((axis) => shape[axis]));
  return { length, stride: long.length === 0 ? 0 : strides[long[long.length - 1]] };
}
