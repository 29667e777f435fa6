/** `jax.random`: keys and draws, with the bits of JAX. */
export { truncatedNormal, uniform } from "./bounded";
export * from "./derived";
export { exponential, gumbel, laplace, logistic, normal } from "./floats";
export { bernoulli, bits, rademacher, randint } from "./integers";
export { clone, foldIn, key, keyData, keyImpl, PRNGKey, split, wrapKeyData } from "./keys";
export { orthogonal } from "./orthogonal";
export { categorical, choice, permutation } from "./selections";
