import { gumbel } from "./gumbel";
import { HALF_DRAWS } from "./half-draws";
import type { PrngKey } from "./key";
import { log32 } from "./log";
import { SAMPLERS } from "./sampler";

/** The draws by which one of several is chosen, in the type of the weights. */
export interface Noise {
  round(x: number): number;
  log(x: number): number;
  uniform(key: PrngKey, size: number): Float32Array;
  gumbel(key: PrngKey, size: number): Float32Array;
}

function halfNoise(dtype: "float16" | "bfloat16"): Noise {
  const { round, uniform } = SAMPLERS[dtype];
  return { round, log: (x) => round(log32(x)), uniform, gumbel: HALF_DRAWS[dtype].gumbel };
}

/** {@link Noise} of each type. */
export const NOISE: Readonly<Record<"float32" | "float16" | "bfloat16", Noise>> = {
  float32: { round: Math.fround, log: log32, uniform: SAMPLERS.float32.uniform, gumbel },
  float16: halfNoise("float16"),
  bfloat16: halfNoise("bfloat16"),
};
