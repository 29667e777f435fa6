import type { Aval } from "../array/aval";
import { flushed, withoutDenormals } from "../array/denormals";
import type { ConcreteArray } from "../array/concrete";
import { binary, lazily, storedValues, unary } from "./elementwise";
import { filled } from "../array/concrete";
import { hostIntegerPow } from "./host/unary";

/** x to a whole power: multiplications by repeated squaring, then one division if it is negative. */
export function integerPow(x: ConcreteArray, y: number, out: Aval): ConcreteArray {
  if (x.storage.host !== null) {
    const data = withoutDenormals(storedValues(x));
    return lazily(out, x.stored, flushed(hostIntegerPow(data, x.dtype, y)));
  }
  const one = filled(out.shape, out.dtype, out.weak, 1);
  let result: ConcreteArray | null = null;
  let factor = x;
  for (let left = Math.abs(y); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === null ? factor : binary("mul", result, factor, out);
    if (left > 1) factor = unary("square", factor, out);
  }
  const power = result ?? one;
  return y < 0 ? binary("div", one, power, out) : power;
}
