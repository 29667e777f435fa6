import { jax, jnp } from "./api";
import type { Suite } from "./case";

const LIMIT = 2 ** 22;
const SIDE = 2 ** 11;

type Value = ReturnType<typeof jnp.zeros>;

let largest: Value | null = null;

/** The largest array, on the device where there is one. */
function full(): Value {
  largest ??= jnp.arange(LIMIT, { dtype: "float32" }).mul(2);
  return largest;
}

/** Ways to ask for one array of more than 2²² elements. */
const TOO_LARGE: Record<string, () => unknown> = {
  zeros: () => jnp.zeros([LIMIT + 1]),
  arange: () => jnp.arange(LIMIT + 1),
  array: () => jnp.array(new Float32Array(LIMIT + 1)),
  eye: () => jnp.eye(SIDE + 1),
  broadcastTo: () => jnp.broadcastTo(jnp.ones([SIDE]), [SIDE + 1, SIDE]),
  "add of a row and a column": () => jnp.ones([SIDE + 1, 1]).add(jnp.ones([1, SIDE])),
  matmul: () => jnp.ones([SIDE + 1, 1]).matmul(jnp.ones([1, SIDE])),
  outer: () => jnp.outer(jnp.ones([SIDE + 1]), jnp.ones([SIDE])),
  concatenate: () => jnp.concatenate([full(), jnp.ones([1])]),
  tile: () => jnp.tile(full(), 2),
  repeat: () => jnp.repeat(jnp.ones([SIDE]), SIDE + 1),
  pad: () => jnp.pad(full(), 1),
  take: () => jnp.take(jnp.ones([2, SIDE]), jnp.zeros([SIDE + 1], { dtype: "int32" }), { axis: 0 }),
  oneHot: () => jax.nn.oneHot(jnp.arange(SIDE + 1), SIDE),
  normal: () => jax.random.normal(jax.random.PRNGKey(0), [LIMIT + 1]),
  "vmap of an outer product": () =>
    jax.vmap((x: Value) => jnp.ones([SIDE]).mul(x))(jnp.arange(SIDE + 1, { dtype: "float32" })),
  "jit of an outer product": () =>
    jax.jit((x: Value) => jnp.outer(x, jnp.ones([SIDE])))(jnp.ones([SIDE + 1])),
};

function checkRaises(make: () => unknown): void {
  try {
    make();
  } catch (error) {
    if (error instanceof Error && /4,194,304 \(2\^22\) are allowed/.test(error.message)) return;
    throw error;
  }
  throw new Error("nothing was raised");
}

/** Arrays beyond the limit raise, whatever would make them; the largest that are allowed work. */
export const tooLarge: Suite = {
  name: "arrays of more than 2^22 elements",
  cases: [
    ...Object.entries(TOO_LARGE).map(([name, make]) => ({ name, run: () => checkRaises(make) })),
    {
      name: "2^22 elements are allowed",
      run() {
        const last = full()
          .at(LIMIT - 1)
          .get()
          .item();
        largest = null;
        if (last !== 2 * (LIMIT - 1)) throw new Error(`the last element is ${last}`);
      },
    },
  ],
};
