import { jax, jnp } from "../api";

/** What a recorded case computes, written in TypeScript. Its result is a tree of arrays, a text, or an error. */
export type Programs = Readonly<Record<string, () => unknown>>;

/** The inputs that the recorder draws too. */
export const KEY = jax.random.PRNGKey(0);
export const X23 = jax.random.normal(jax.random.PRNGKey(1), [2, 3]);
export const X53 = jax.random.normal(jax.random.PRNGKey(2), [5, 3]);
export const Y52 = jax.random.normal(jax.random.PRNGKey(3), [5, 2]);
export const LABELS = jnp.array([2, 0, 1, 1, 2], { dtype: "int32" });
