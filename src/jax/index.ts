/** The facade as a whole: each namespace as a learner imports it. */
export * as bridge from "./bridge/index";
export * as jax from "./jax";
export * as jnp from "./numpy/index";
export * as linen from "./linen/index";
export * as nnx from "./nnx/index";
export * as optax from "./optax/index";
