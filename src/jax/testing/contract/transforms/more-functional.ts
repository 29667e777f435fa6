import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { num, v, w } from "./programs";

const { lax, treeUtil } = jax;
const doubled = (x: JaxArray): [JaxArray, JaxArray] => [x.mul(2), x];

/** More lines of golden/recordings/transforms.json in TypeScript. */
export const MORE_FUNCTIONAL: Readonly<Record<string, () => unknown>> = {
  "jax.jacfwd(lambda x: (x * 2.0).astype(int))(1.5)": () =>
    jax.jacfwd((x: JaxArray) => x.mul(2).astype("int32"))(1.5),
  "(lambda r: (r[0], r[2], r[1](w)))(jax.vjp(lambda x: (x * 2.0, x), v, has_aux=True))": () => {
    const [out, pull, aux] = jax.vjp(doubled, v(), { hasAux: true });
    return [out, aux, pull(w())];
  },
  "(lambda r: (r[0], r[2], r[1](w)))(jax.linearize(lambda x: (jnp.sin(x), x), v, has_aux=True))":
    () => {
      const sine = (x: JaxArray): [JaxArray, JaxArray] => [jnp.sin(x), x];
      const [out, push, aux] = jax.linearize(sine, v(), { hasAux: true });
      return [out, aux, push(w())];
    },
  "jax.vmap(lambda x, y: x, in_axes=(0, None), out_axes=0)(v, w)": () =>
    jax.vmap((x: JaxArray, y: JaxArray) => [x, y][0], { inAxes: [0, null], outAxes: 0 })(v(), w()),
  "[lax.cumsum(v), lax.cumprod(v), lax.cummax(v), lax.cummin(v), lax.cumsum(v, reverse=True)]":
    () => [
      lax.cumsum(v()),
      lax.cumprod(v()),
      lax.cummax(v()),
      lax.cummin(v()),
      lax.cumsum(v(), 0, true),
    ],
  "lax.sort(v)": () => lax.sort(v()),
  "tu.tree_map(lambda x: x * 2.0, tu.Partial(jnp.add, 1.5))(2.0)": () =>
    treeUtil.treeMap(
      (x: JaxArray) => x.mul(2),
      new treeUtil.Partial((a: JaxArray, b: JaxArray) => a.add(b), num(1.5)),
    )(num(2)),
  'jax.tree.broadcast({"a": 1, "b": 2}, {"a": [1, 2], "b": {"c": 3}})': () =>
    jax.tree.broadcast({ a: 1, b: 2 }, { a: [1, 2], b: { c: 3 } }),
};
