import type { JaxArray } from "../array/array";
import { binaryOp, constLike, convert } from "../core/ops";
import { isInteger } from "../base/dtype";

/** As JAX takes remainders of integers: by 1 where the divisor is 0, so that nothing remains. */
export function integerDivisor(y: JaxArray): JaxArray {
  if (!isInteger(y.dtype)) return y;
  const isZero = binaryOp("eq", y, constLike(y, 0));
  return binaryOp("add", y, convert(isZero, y.dtype, y.weak));
}
