/** The facade as learners see it: contract tests use nothing else of src/jax but the host's ends. */
export { jax, jnp, linen, nnx, optax } from "../index";
