/** The facade as learners see it: contract tests use nothing else of src/jax but the host's ends. */
export { bridge, jax, jnp, linen, nnx, optax } from "../index";
