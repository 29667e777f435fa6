import type { AnyEquation, Jaxpr } from "../../core/jaxpr";
import { jaxprsIn } from "../../core/operation-params";

/** Whether a staged function has such an equation, in itself or in a function that it calls. */
export function has(jaxpr: Jaxpr, test: (equation: AnyEquation) => boolean): boolean {
  return jaxpr.equations.some(
    (equation) =>
      test(equation) ||
      (equation.prim === "call" && jaxprsIn(equation).some((inner) => has(inner.jaxpr, test))),
  );
}
