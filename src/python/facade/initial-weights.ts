import * as initializers from "../../jax/nn/initializers";
import { get, put } from "./slots";

type FanMode = Parameters<typeof initializers.varianceScaling>[1];
type Distribution = Parameters<typeof initializers.varianceScaling>[2];
type Axes = number | readonly number[];

/** `variance_scaling(scale, mode, distribution, …)(key, shape, dtype)`. */
export function scaledWeights(
  key: number,
  shape: readonly number[],
  dtype: string,
  scale: number,
  mode: FanMode,
  distribution: Distribution,
  inAxis: Axes,
  outAxis: Axes,
  batchAxis: Axes,
): number {
  const options = { inAxis, outAxis, batchAxis };
  const init = initializers.varianceScaling(scale, mode, distribution, options);
  return put(init(get(key), shape, dtype));
}

/** `normal`, `uniform` or `truncated_normal` of a scale. */
export function drawnWeights(
  key: number,
  shape: readonly number[],
  dtype: string,
  distribution: Distribution,
  scale: number,
  lower: number,
  upper: number,
): number {
  const init =
    distribution === "normal"
      ? initializers.normal(scale)
      : distribution === "uniform"
        ? initializers.uniform(scale)
        : initializers.truncatedNormal(scale, "float32", lower, upper);
  return put(init(get(key), shape, dtype));
}
