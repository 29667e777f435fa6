import { tupleText, type Shape } from "../array/aval";
import { JaxTypeError } from "../base/errors";

/** A shape as learners give it: one length, or a list of them. */
export type ShapeLike = number | readonly number[];

function pythonText(value: unknown): string {
  if (value === null || value === undefined) return "None";
  return typeof value === "string" ? `'${value}'` : String(value);
}

/** Lengths as a list of whole numbers; raises JAX's error for what is none. */
export function wholeLengths(shape: ShapeLike): Shape {
  const list: readonly unknown[] = Array.isArray(shape) ? (shape as unknown[]) : [shape];
  if (!list.every((n): n is number => Number.isInteger(n)))
    throw new JaxTypeError(
      `Shapes must be 1D sequences of concrete values of integer type, got (${list.map(pythonText).join(", ")}${list.length === 1 ? "," : ""}).`,
    );
  return list;
}

/** A shape argument as a list; raises JAX's error for what is none. */
export function shapeOf(shape: ShapeLike): Shape {
  const list = wholeLengths(shape);
  if (list.some((n) => n < 0))
    throw new JaxTypeError(
      `broadcast_in_dim shape must have every element be nonnegative, got ${tupleText(list)}.`,
    );
  return list;
}
