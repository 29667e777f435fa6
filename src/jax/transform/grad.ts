import { logCall, programLine } from "../base/call-log";
import type { JaxArray } from "../array/array";
import type { Argnums } from "./argnums";
import { differentiate } from "./gradient";
import { takeOptions } from "./take-options";
import type { AnyFunction, GradientsFor } from "./types";

interface Plain<N> {
  /** Position, or positions, of the arguments to differentiate; 0 by default. */
  readonly argnums?: N;
  /** Whether the function returns `[loss, more]`, of which only the loss is differentiated. */
  readonly hasAux?: false;
}
interface WithAux<N> {
  readonly argnums?: N;
  readonly hasAux: true;
}
type Numbers = number | readonly number[];

const OPTIONS = ["argnums", "hasAux"];

/**
 * A function that computes the gradient of `f`, which has to return a scalar. The gradient has the
 * structure of the argument: a dict of arrays gives a dict of gradients. A list of argnums gives a list.
 *
 * ```ts
 * jax.grad((x) => x.pow(3))(2.0);                       // 12
 * jax.grad(loss, { argnums: [0, 1] })(nnxParams, linenParams);
 * ```
 */
export function grad<A extends unknown[], const N extends Numbers = 0>(
  f: (...args: A) => unknown,
  options?: Plain<N>,
): (...args: A) => GradientsFor<A, N>;
export function grad<A extends unknown[], Aux, const N extends Numbers = 0>(
  f: (...args: A) => readonly [unknown, Aux],
  options: WithAux<N>,
): (...args: A) => [GradientsFor<A, N>, Aux];
export function grad(f: AnyFunction, options: object = {}): (...args: unknown[]) => unknown {
  const { argnums, hasAux } = gradientOptions("grad", f, options);
  const line = programLine();
  return (...args) => {
    logCall("grad", () => [argnums].flat(), line);
    const { gradients, aux } = differentiate(f, args, { argnums, hasAux, name: "grad" });
    return hasAux ? [gradients, aux] : gradients;
  };
}

/**
 * Like {@link grad}, but the function it gives returns `[value, gradient]`, or
 * `[[value, more], gradient]` with `hasAux`.
 */
export function valueAndGrad<A extends unknown[], const N extends Numbers = 0>(
  f: (...args: A) => unknown,
  options?: Plain<N>,
): (...args: A) => [JaxArray, GradientsFor<A, N>];
export function valueAndGrad<A extends unknown[], Aux, const N extends Numbers = 0>(
  f: (...args: A) => readonly [unknown, Aux],
  options: WithAux<N>,
): (...args: A) => [[JaxArray, Aux], GradientsFor<A, N>];
export function valueAndGrad(
  f: AnyFunction,
  options: object = {},
): (...args: unknown[]) => unknown {
  const { argnums, hasAux } = gradientOptions("value_and_grad", f, options);
  const line = programLine();
  return (...args) => {
    logCall("value_and_grad", () => [argnums].flat(), line);
    const result = differentiate(f, args, { argnums, hasAux, name: "value_and_grad" });
    return [hasAux ? [result.value, result.aux] : result.value, result.gradients];
  };
}

function gradientOptions(
  name: string,
  f: unknown,
  options: object,
): { argnums: Argnums; hasAux: boolean } {
  const given: { argnums?: Argnums; hasAux?: boolean } = takeOptions(name, f, options, OPTIONS);
  return { argnums: given.argnums ?? 0, hasAux: given.hasAux ?? false };
}
