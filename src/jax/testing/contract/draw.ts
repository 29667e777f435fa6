import type { SeededRandom } from "../../../lib/seeded-random";
import type { JaxArray } from "../../array/array";
import { jnp } from "./api";
import type { Differentiable } from "./differentiable-function";

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

/** A facade array of float32 numbers. */
export function facadeArray(shape: readonly number[], values: readonly number[]): JaxArray {
  return jnp.array(Float32Array.from(values)).reshape([...shape]);
}

/** Random arguments for a function, each exactly a float32, so that both sides see the same numbers. */
export function drawArguments(
  { shapes, range = [-1.5, 1.5] }: Differentiable,
  random: SeededRandom,
): number[][] {
  const [low, high] = range;
  return shapes.map((shape) =>
    Array.from({ length: sizeOf(shape) }, () => Math.fround(low + (high - low) * random.uniform())),
  );
}

/** The same arguments as facade arrays. */
export function asFacade({ shapes }: Differentiable, args: readonly number[][]): JaxArray[] {
  return args.map((values, i) => facadeArray(shapes[i], values));
}
