import type { JaxArray } from "../array/array";
import { range, type Aval } from "../array/aval";
import { freeAxes } from "../array/dot-shape";
import { dotGeneral, transpose } from "./ops";
import type { DotDims } from "../array/primitives";

/** Puts axes, listed in the order in which they come, back into the order 0, 1, 2 … */
function inOrder(x: JaxArray, axes: readonly number[]): JaxArray {
  return transpose(
    x,
    range(axes.length).map((axis) => axes.indexOf(axis)),
  );
}

/**
 * Cotangent of the left operand: ct · rightᵀ. Result axes come as batch, free, contracted, and are put in
 * order; of a matrix product that is no step, or it is the other order of the product.
 */
export function dotTransposeLhs(ct: JaxArray, x: Aval, y: JaxArray, dims: DotDims): JaxArray {
  const { lhsContract, rhsContract, lhsBatch, rhsBatch } = dims;
  const batches = lhsBatch.length;
  const xFree = freeAxes(x.shape.length, lhsContract, lhsBatch);
  const yFree = freeAxes(y.shape.length, rhsContract, rhsBatch);
  const ctBatch = range(batches);
  const ctFree = range(yFree.length).map((i) => batches + xFree.length + i);
  const contracted = [...lhsContract].sort((i, j) => i - j);
  // y's leftover axes come in y's own order, so each is matched to its partner in x.
  const yLeft = freeAxes(y.shape.length, yFree, rhsBatch);
  const partners = yLeft.map((axis) => lhsContract[rhsContract.indexOf(axis)]);
  const contractFirst = contracted.every((axis, i) => axis === batches + i);
  if (contractFirst && xFree.length > 0 && sameOrder(partners, contracted)) {
    const out = dotGeneral(y, ct, {
      lhsContract: yFree,
      rhsContract: ctFree,
      lhsBatch: rhsBatch,
      rhsBatch: ctBatch,
    });
    return inOrder(out, [...lhsBatch, ...partners, ...xFree]);
  }
  const out = dotGeneral(ct, y, {
    lhsContract: ctFree,
    rhsContract: yFree,
    lhsBatch: ctBatch,
    rhsBatch,
  });
  return inOrder(out, [...lhsBatch, ...xFree, ...partners]);
}

function sameOrder(a: readonly number[], b: readonly number[]): boolean {
  return a.every((axis, i) => axis === b[i]);
}

/** Cotangent of the right operand: leftᵀ · ct, the contracted axes first as in a kernel. */
export function dotTransposeRhs(ct: JaxArray, x: JaxArray, y: Aval, dims: DotDims): JaxArray {
  const { lhsContract, rhsContract, lhsBatch, rhsBatch } = dims;
  const batches = lhsBatch.length;
  const xFree = freeAxes(x.shape.length, lhsContract, lhsBatch);
  const yFree = freeAxes(y.shape.length, rhsContract, rhsBatch);
  const ctBatch = range(batches);
  const ctFree = range(xFree.length).map((i) => batches + i);
  const xLeft = freeAxes(x.shape.length, xFree, lhsBatch);
  const partners = xLeft.map((axis) => rhsContract[lhsContract.indexOf(axis)]);
  const contractLast = Math.min(...rhsContract, Infinity) !== batches && yFree.length > 0;
  if (contractLast) {
    const out = dotGeneral(ct, x, {
      lhsContract: ctFree,
      rhsContract: xFree,
      lhsBatch: ctBatch,
      rhsBatch: lhsBatch,
    });
    return inOrder(out, [...rhsBatch, ...yFree, ...partners]);
  }
  const out = dotGeneral(x, ct, {
    lhsContract: xFree,
    rhsContract: ctFree,
    lhsBatch,
    rhsBatch: ctBatch,
  });
  return inOrder(out, [...rhsBatch, ...partners, ...yFree]);
}
