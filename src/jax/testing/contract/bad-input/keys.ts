import { jax, jnp, linen, nnx } from "../api";
import { whole, type Array, type MistakeTable } from "./table";

const { random } = jax;
const key = (): Array => random.key(0);

/** Seeds that are no whole numbers, keys that are none, and draws of shapes that are none. */
export const keyMistakes: MistakeTable = {
  "random.PRNGKey(1.5)": () => random.PRNGKey(1.5),
  "random.key(0.5)": () => random.key(0.5),
  "random.key(jnp.float32(1))": () => random.key(jnp.float32(1)),
  "random.key('a')": () => random.key("a" as never),
  "random.key(jnp.arange(2))": () => random.key(whole(0, 1)),
  "random.split(random.key(0), 1.5)": () => random.split(key(), 1.5),
  "random.fold_in(random.key(0), 1.5)": () => random.foldIn(key(), 1.5),
  "random.normal(0, (3,))": () => random.normal(0 as never, [3]),
  "random.normal(jnp.ones(2), (3,))": () => random.normal(jnp.ones(2), [3]),
  "random.normal(random.split(random.key(0)), (3,))": () => random.normal(random.split(key()), [3]),
  "random.normal(random.key(0), 2.5)": () => random.normal(key(), 2.5),
  "random.choice(random.key(0), jnp.ones(3), (4,), replace=False)": () =>
    random.choice(key(), jnp.ones(3), [4], { replace: false }),
  "random.permutation(random.key(0), 2.5)": () => random.permutation(key(), 2.5),
  "nnx.Rngs(1.5)": () => new nnx.Rngs(1.5),
  "nnx.Rngs(params='a')": () => new nnx.Rngs({ params: "a" as never }),
  "nn.Dense(2).init(0, jnp.ones(3))": () => new linen.Dense(2).init(0 as never, jnp.ones(3)),
  "nn.Dense(2).init(random.key(0.5), jnp.ones(3))": () =>
    new linen.Dense(2).init(random.key(0.5), jnp.ones(3)),
};
