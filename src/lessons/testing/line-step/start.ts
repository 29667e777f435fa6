import * as jax from "jax";
import * as jnp from "jax/numpy";

export function line_step(slope: number, height: number, at: any, points: any, rate: number) {
  const miss = (line: any) => jnp.mean(at.mul(line.slope).add(line.height).sub(points).pow(2));

  const line = { slope: jnp.array(slope), height: jnp.array(height) };
  const [before, gradient] = jax.valueAndGrad(miss)(line);
  const moved = { slope: line.slope.sub(gradient.slope.mul(rate)), height: line.height };
  return jnp.stack([before, miss(moved)]);
}
