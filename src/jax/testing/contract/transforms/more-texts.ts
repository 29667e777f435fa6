import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { gate, m, num, remat, steep, v, w, xs } from "./programs";

const { lax } = jax;
type Two = [JaxArray, JaxArray];
const f2 = jax.jit((x: JaxArray, y: JaxArray): Two => [x.add(y), y]);

/** More staged functions by their line in golden/recordings/transforms.json. */
export const MORE_JAXPRS: Readonly<Record<string, () => unknown>> = {
  "lambda x: f2(x, x) | v": () => jax.makeJaxpr((x: JaxArray) => f2(x, x))(v()),
  "jax.jit(lambda x: x + w) | v": () => {
    const added = w();
    return jax.makeJaxpr(jax.jit((x: JaxArray) => x.add(added)))(v());
  },
  "lambda x: x @ m | xs": () => {
    const matrix = m();
    return jax.makeJaxpr((x: JaxArray) => x.matmul(matrix))(xs());
  },
  "lambda x: x ** 2 + x ** 0.5 | v": () =>
    jax.makeJaxpr((x: JaxArray) => x.pow(2).add(x.pow(0.5)))(v()),
  "lambda x: jnp.argmax(x) | v": () => jax.makeJaxpr((x: JaxArray) => jnp.argmax(x))(v()),
  'lambda x: 1e-10 * x + 1e20 + float("nan") | v': () =>
    jax.makeJaxpr((x: JaxArray) => jnp.asarray(1e-10).mul(x).add(1e20).add(NaN))(v()),
  "lambda x: x.astype(jnp.int32) | v": () =>
    jax.makeJaxpr((x: JaxArray) => x.astype(jnp.int32))(v()),
  "lambda x: lax.select(x > 0.0, x, -x) | v": () =>
    jax.makeJaxpr((x: JaxArray) => lax.select(x.greater(0), x, x.neg()))(v()),
  "lambda x: lax.cumsum(x) | v": () => jax.makeJaxpr((x: JaxArray) => lax.cumsum(x))(v()),
  "lambda x: jax.jvp(jnp.sin, (x,), (x,)) | v": () =>
    jax.makeJaxpr((x: JaxArray) => jax.jvp((y: JaxArray) => jnp.sin(y), [x], [x]))(v()),
  "lambda c: lax.scan(lambda c, x: (c + x, c * x), c, w) | jnp.float32(1.0)": () =>
    jax.makeJaxpr((c: JaxArray) => lax.scan((a: JaxArray, x): Two => [a.add(x), a.mul(x)], c, w()))(
      jnp.float32(1),
    ),
  "lambda c: lax.scan(lambda c, x: (jnp.sin(c), None), c, None, length=5) | 1.0": () =>
    jax.makeJaxpr((c: JaxArray) =>
      lax.scan((a: JaxArray): [JaxArray, null] => [jnp.sin(a), null], c, null, { length: 5 }),
    )(num(1)),
  "lambda x, n: lax.fori_loop(0, n, lambda i, c: c * 2.0, x) | 1.0, jnp.int32(3)": () =>
    jax.makeJaxpr((x: JaxArray, n: JaxArray) => lax.foriLoop(0, n, (_, c) => c.mul(2), x))(
      num(1),
      jnp.int32(3),
    ),
  "lambda p, x: lax.cond(p > 0.0, lambda x: x, lambda x: x * w, x) | 1.0, v": () => {
    const factor = w();
    return jax.makeJaxpr((p: JaxArray, x: JaxArray) =>
      lax.cond(
        p.greater(0),
        (y: JaxArray) => y,
        (y: JaxArray) => y.mul(factor),
        x,
      ),
    )(num(1), v());
  },
  "steep | 0.5": () => jax.makeJaxpr(steep)(num(0.5)),
  "gate | v, w": () => jax.makeJaxpr(gate)(v(), w()),
  "lambda x: remat(x) | v": () => jax.makeJaxpr((x: JaxArray) => remat(x))(v()),
};
