import { tupleText } from "../array/aval";
import type { DotDims } from "../array/primitives";
import { JaxTypeError } from "../base/errors";

type Axes = readonly number[];

function checkSide(side: "lhs" | "rhs", rank: number, batch: Axes, contracting: Axes): void {
  const fail = (text: string): JaxTypeError =>
    new JaxTypeError(`dot_general requires ${side} ${text}`);
  if ([...batch, ...contracting].some((axis) => axis < 0 || axis >= rank))
    throw fail(
      `dimension numbers to be nonnegative and less than the number of axes of the ${side} value, got ${side}_batch of ${tupleText(batch)} and ${side}_contracting of ${tupleText(contracting)} for ${side} of rank ${rank}`,
    );
  for (const [name, axes] of [
    ["batch", batch],
    ["contracting", contracting],
  ] as const)
    if (new Set(axes).size < axes.length)
      throw fail(`${name} dimensions to be distinct, got ${side}_${name} ${tupleText(axes)}.`);
  if (batch.some((axis) => contracting.includes(axis)))
    throw fail(
      `batch dimensions to be disjoint from contracting dimensions, got ${side}_batch ${tupleText(batch)} and ${side}_contracting ${tupleText(contracting)}.`,
    );
}

/** Raises JAX's errors for axes that operands of these ranks cannot be multiplied along. */
export function checkDotDims(lhsRank: number, rhsRank: number, dims: DotDims): void {
  checkSide("lhs", lhsRank, dims.lhsBatch, dims.lhsContract);
  checkSide("rhs", rhsRank, dims.rhsBatch, dims.rhsContract);
}
