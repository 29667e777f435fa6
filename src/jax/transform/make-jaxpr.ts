import type { JaxArray } from "../array/array";
import type { Jaxpr } from "../core/jaxpr";
import { jaxprText } from "../core/jaxpr-text";
import { whileRead } from "../core/named-step";
import { stage } from "../core/stage";
import { flatten } from "../tree/flatten";
import { argumentArray } from "./jit";
import { takeOptions } from "./take-options";
import { argumentNames, functionName } from "./parameter-names";
import { stagedResult } from "./staged-result";

/** A staged function to look at; its text is JAX's. */
export class ClosedJaxpr {
  /** @internal */
  constructor(private readonly jaxpr: Jaxpr) {}
  /** JAX's text, such as `{ lambda ; a:f32[3]. let b:f32[3] = sin a in (b,) }`. */
  toString(): string {
    return jaxprText(this.jaxpr);
  }
}

/**
 * A function that shows what `f` does, as the list of operations that jit would run. Arguments whose
 * positions are in `staticArgnums` are part of the program.
 *
 * ```ts
 * print(jax.makeJaxpr((x) => jnp.sin(x).mul(2))(jnp.ones([3])));
 * ```
 */
export function makeJaxpr<A extends unknown[]>(
  f: (...args: A) => unknown,
  options: { readonly staticArgnums?: number | readonly number[] } = {},
): (...args: A) => ClosedJaxpr {
  takeOptions("make_jaxpr", f, options, ["staticArgnums"]);
  const { staticArgnums = [] } = options;
  const statics = typeof staticArgnums === "number" ? [staticArgnums] : staticArgnums;
  return (...args) => {
    const positions = args.map((_, i) => i).filter((i) => !statics.includes(i));
    const traced = positions.map((i) => args[i]);
    const names = (): string[] => argumentNames(f, traced, positions);
    const { leaves, treedef } = flatten(traced);
    const arrays = leaves.map((leaf, i) => argumentArray(leaf, f, () => names()[i]));
    const run = (tracers: readonly JaxArray[]): JaxArray[] => {
      const rebuilt = treedef.unflatten(tracers);
      const actual: unknown[] = [...args];
      if (Array.isArray(rebuilt)) positions.forEach((at, i) => (actual[at] = rebuilt[i]));
      return stagedResult(Reflect.apply(f, undefined, actual), f, "jit").arrays;
    };
    const avals = arrays.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
    const info = { transformation: "jit", name: functionName(f), inputs: names };
    return new ClosedJaxpr(whileRead(() => stage(run, avals, info)));
  };
}
