import { type jax, jnp } from "../api";

/** The arrays of golden/recorders/record_errors.py's programs: three and four numbers. */
interface Given {
  readonly x3: jax.Array;
  readonly x4: jax.Array;
}

/** Programs by the line of golden/recordings/errors.json. */
export type ErrorTable = Readonly<Record<string, (given: Given) => unknown>>;

/** TypeScript's spelling of the recorded programs about arrays. */
export const callErrors: ErrorTable = {
  "x3 + x4": ({ x3, x4 }) => x3.add(x4),
  "x3 - x4": ({ x3, x4 }) => x3.sub(x4),
  "x3 * x4": ({ x3, x4 }) => x3.mul(x4),
  "jnp.ones((2,3)) + x4": ({ x4 }) => jnp.ones([2, 3]).add(x4),
  "x3 @ jnp.ones((4,2))": ({ x3 }) => x3.matmul(jnp.ones([4, 2])),
  "jnp.ones((2,3)) @ jnp.ones((2,3))": () => jnp.ones([2, 3]).matmul(jnp.ones([2, 3])),
  "jnp.float32(1) @ x3": ({ x3 }) => jnp.float32(1).matmul(x3),
  // Plain JavaScript reads a number as float() does.
  "float(x3)": ({ x3 }) => Number(x3),
  "len(jnp.float32(1))": () => jnp.float32(1).length,
  "x3.reshape(2, 2)": ({ x3 }) => x3.reshape(2, 2),
  "jnp.concatenate([jnp.ones((2,3)), jnp.ones((2,4))])": () =>
    jnp.concatenate([jnp.ones([2, 3]), jnp.ones([2, 4])]),
  "jnp.stack([x3, x4])": ({ x3, x4 }) => jnp.stack([x3, x4]),
  "jnp.sum([1, 2])": () => jnp.sum([1, 2] as never),
  "jnp.mean([1.0])": () => jnp.mean([1] as never),
  "x3 + [1, 2, 3]": ({ x3 }) => x3.add([1, 2, 3] as never),
  "jnp.array([1, 'a'])": () => jnp.array([1, "a"] as never),
  "jnp.array([[1, 2], [3]])": () => jnp.array([[1, 2], [3]]),
};
