import { JaxTypeError } from "../base/errors";
import { range, tupleText, type Shape } from "./aval";
import type { DotDims } from "./primitives";

/** The axes that are neither summed nor batched, in order. */
export function freeAxes(
  rank: number,
  contract: readonly number[],
  batch: readonly number[],
): number[] {
  return range(rank).filter((i) => !contract.includes(i) && !batch.includes(i));
}

/** Result shape of a general dot product: batch, then free axes of the left, then of the right. */
export function dotShape(a: Shape, b: Shape, dims: DotDims): Shape {
  const { lhsContract, rhsContract, lhsBatch, rhsBatch } = dims;
  const left = lhsContract.map((i) => a[i]);
  const right = rhsContract.map((i) => b[i]);
  if (!left.every((n, i) => n === right[i]))
    throw new JaxTypeError(
      `dot_general requires contracting dimensions to have the same shape, got ${tupleText(left)} and ${tupleText(right)}.`,
    );
  const batch = lhsBatch.map((i) => a[i]);
  const otherBatch = rhsBatch.map((i) => b[i]);
  if (!batch.every((n, i) => n === otherBatch[i]))
    throw new JaxTypeError(
      `dot_general requires lhs batch dimensions and rhs batch dimensions to have the same shape, got ${tupleText(batch)} and ${tupleText(otherBatch)}.`,
    );
  return [
    ...batch,
    ...freeAxes(a.length, lhsContract, lhsBatch).map((i) => a[i]),
    ...freeAxes(b.length, rhsContract, rhsBatch).map((i) => b[i]),
  ];
}
