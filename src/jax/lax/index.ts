/** The names of `jax.lax` that are here. */
export { cond, switch_ as switch } from "./branches";
export * from "./elementwise";
export { stopGradient } from "./stop-gradient";
export * from "./reductions";
export * from "./slicing";
export * from "./structure";
export { foriLoop, whileLoop } from "./loops";
export { map, scan, type ScanOptions } from "./scan";
