/** The names of `jax.lax` that are here. */
export { associativeScan, type AssociativeScanOptions } from "./associative-scan";
export { cond, switch_ as switch } from "./branches";
export * from "./elementwise";
export * from "./integers";
export * from "./slicing-along-axes";
export * from "./rare-structure";
export { stopGradient } from "./stop-gradient";
export * from "./reductions";
export * from "./slicing";
export * from "./structure";
export { foriLoop, whileLoop } from "./loops";
export { map, scan, type ScanOptions } from "./scan";
