import { isFloating } from "../base/dtype";
import { forwardOfCustomVjp } from "./forward-of-custom-vjp";
import type { JaxArray } from "../array/array";
import type { JvpRule } from "./jvp-rule";
import { CustomLinear } from "./operation";
import { zerosOf } from "./ops";
import { bindCall } from "./trace";

function filledIn(
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
): JaxArray[] {
  return primals.map((x, i) => tangents[i] ?? zerosOf(x));
}

/** The author's rule says what the values and tangents are. */
export const jvpCustomJvp: JvpRule<"custom_jvp_call"> = (_, { jvp }, primals, tangents) => {
  const { outs, tangents: moved } = jvp(primals, filledIn(primals, tangents));
  return { outs, outTangents: moved.map((t, i) => (isFloating(outs[i].dtype) ? t : null)) };
};

/** The author's forward half runs now; the backward half stands for the derivative until it is transposed. */
export const jvpCustomVjp: JvpRule<"custom_vjp_call"> = (_, { fwd }, primals, tangents) => {
  const { outs, residuals, pull } = fwd(primals);
  const derivative = new CustomLinear(
    residuals.length,
    pull,
    outs.map(({ shape, dtype, weak }) => ({ shape, dtype, weak })),
  );
  const outTangents = bindCall(derivative, [...residuals, ...filledIn(primals, tangents)]);
  return { outs, outTangents };
};

/** It is linear in its tangents; how it depends on its residuals, only the backward half knows. */
export const jvpCustomLinear: JvpRule<"custom_lin"> = (_, operation, primals, tangents) => {
  const { numResiduals } = operation;
  if (tangents.slice(0, numResiduals).some((t) => t !== null)) throw forwardOfCustomVjp();
  const residuals = primals.slice(0, numResiduals);
  const along = filledIn(primals, tangents).slice(numResiduals);
  return {
    outs: bindCall(operation, primals),
    outTangents: bindCall(operation, [...residuals, ...along]),
  };
};
