/** The facade as learners see it: contract tests use nothing else of src/jax but the host's ends. */
export * as bridge from "../../bridge/index";
export * as jax from "../../faces/jax";
export * as jnp from "../../faces/numpy";
export * as linen from "../../linen/index";
export * as nnx from "../../faces/nnx";
export * as optax from "../../optax/index";
