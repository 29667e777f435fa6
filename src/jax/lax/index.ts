/** `jax.lax`. */
export { erf, rsqrt, stopGradient } from "./functions";
