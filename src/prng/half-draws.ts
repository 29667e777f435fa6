import type { PrngKey } from "./key";
import { log1p32, log32 } from "./log";
import { SAMPLERS } from "./sampler";

type Draw = (key: PrngKey, size: number) => Float32Array;

/** Distributions drawn in a 16-bit float by `jax.random`, whose arithmetic rounds after each operation. */
export interface HalfDraws {
  readonly exponential: Draw;
  readonly gumbel: Draw;
  readonly laplace: Draw;
  readonly logistic: Draw;
}

/** `tiny` is the type's smallest normal number, `below` the step from the number before 1 to 1. */
function halfDraws(dtype: "float16" | "bfloat16", tiny: number, below: number): HalfDraws {
  const { round, uniform } = SAMPLERS[dtype];
  const log = (x: number): number => round(log32(x));
  const log1p = (x: number): number => round(log1p32(x));
  /** JAX draws from `tiny` to 1; compiled, only 0 is moved by it. */
  const positive: Draw = (key, size) => uniform(key, size).map((u) => (u === 0 ? tiny : u));
  return {
    exponential: (key, size) => uniform(key, size).map((u) => -log1p(-u)),
    gumbel: (key, size) => positive(key, size).map((u) => -log(-log(u))),
    laplace: (key, size) =>
      uniform(key, size, -1 + below, 1).map((u) => round(Math.sign(u) * log1p(-Math.abs(u)))),
    logistic: (key, size) => positive(key, size).map((u) => round(log(u) - log1p(-u))),
  };
}

/** {@link HalfDraws} of each type. */
export const HALF_DRAWS: Readonly<Record<"float16" | "bfloat16", HalfDraws>> = {
  float16: halfDraws("float16", 2 ** -14, 2 ** -11),
  bfloat16: halfDraws("bfloat16", 2 ** -126, 2 ** -8),
};
