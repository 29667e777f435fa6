import { jaxprText } from "../core/jaxpr-text";
import type { Jaxpr } from "../core/jaxpr";
import { stage } from "../core/stage";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./options";

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
 * A function that shows what `f` does, as the list of operations that jit would run.
 *
 * ```ts
 * print(jax.makeJaxpr((x) => jnp.sin(x).mul(2))(jnp.ones([3])));
 * ```
 */
export function makeJaxpr<A extends unknown[]>(
  f: (...args: A) => unknown,
): (...args: A) => ClosedJaxpr {
  takeOptions("make_jaxpr", f, {}, []);
  return (...args) => {
    const { arrays, treedef } = flattenArrays(args);
    const avals = arrays.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
    const jaxpr = stage((tracers) => {
      const actual = treedef.unflatten(tracers);
      return flattenArrays(Reflect.apply(f, undefined, Array.isArray(actual) ? actual : [])).arrays;
    }, avals);
    return new ClosedJaxpr(jaxpr);
  };
}
