import type { JaxArray } from "../array/array";
import { range, tupleText } from "../array/aval";
import { transpose } from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";

/** Length of a square matrix's sides. Raises JAX's error for any other shape; `what` and `end` are of its text. */
export function sideOf(x: JaxArray, what: string, end = ""): number {
  const [rows, columns] = x.shape.slice(-2);
  if (x.shape.length >= 2 && rows === columns) return rows;
  throw new ValueError(
    `Argument to ${what} must have shape [..., n, n], got ${tupleText(x.shape)}${end}`,
  );
}

/** Rows and columns of a matrix. Raises JAX's TypeError for fewer axes. */
export function sidesOf(x: JaxArray, name: string): [rows: number, columns: number] {
  const { shape } = x;
  if (shape.length < 2)
    throw new JaxTypeError(
      `Input 0 to ${name} must have rank at least 2, but got shape=${tupleText(shape)}`,
    );
  return [shape[shape.length - 2], shape[shape.length - 1]];
}

/** The last two axes exchanged. */
export function swapped(x: JaxArray): JaxArray {
  const rank = x.shape.length;
  return transpose(x, [...range(rank - 2), rank - 1, rank - 2]);
}

/** The mean of a square matrix and its transpose: what a function of symmetric matrices sees of it. */
export function symmetrized(x: JaxArray): JaxArray {
  const [rows, columns] = x.shape.slice(-2);
  if (x.shape.length < 2)
    throw new JaxTypeError(
      `transpose permutation isn't a permutation of operand dimensions, got permutation (0, -1) for operand shape ${tupleText(x.shape)}.`,
    );
  if (rows !== columns)
    throw new JaxTypeError(
      `add got incompatible shapes for broadcasting: ${tupleText(x.shape)}, ${tupleText(swapped(x).shape)}.`,
    );
  return x.add(swapped(x)).div(2);
}
