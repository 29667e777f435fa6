/** The names of `jax.lax` that are here. */
export { cond, switch_ as switch } from "./branches";
export { erf, rsqrt, stopGradient } from "./functions";
export { foriLoop, whileLoop } from "./loops";
export { map, scan, type ScanOptions } from "./scan";
