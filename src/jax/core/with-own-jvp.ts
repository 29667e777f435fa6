import type { JaxArray } from "../array/array";
import { CustomJvp } from "./operation";
import { bindCall } from "./trace";

type One = (args: readonly JaxArray[]) => JaxArray;
type Tangent = (
  primals: readonly JaxArray[],
  tangents: readonly JaxArray[],
  value: JaxArray,
) => JaxArray;

/**
 * A function of the library whose derivative is a formula of its own, as `custom_jvp` makes one: where the derivative of
 * its computation would be constant, lost in rounding, or not a number. The formula's own derivative is the second one.
 */
export function withOwnJvp(name: string, run: One, tangent: Tangent): One {
  const given: One = (args) => {
    const rule = (primals: readonly JaxArray[], tangents: readonly JaxArray[]) => {
      const value = given(primals);
      return { outs: [value], tangents: [tangent(primals, tangents, value)] };
    };
    const call = new CustomJvp(name, (arrays) => [run(arrays)], rule, "jvp");
    return bindCall(call, args)[0];
  };
  return given;
}
