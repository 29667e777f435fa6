import { grad, nn as activations, random, tree } from "jax";
import type { Array as JaxArray } from "jax";
import { mean, square, stack, subtract, multiply, zeros } from "jax/numpy";
import { Dense } from "flax/linen";
import { nnx } from "flax";

const { relu } = activations;

export function mixed_train_step(seed: number, x: JaxArray, y: JaxArray, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const head = new Dense({ features: y.shape[y.ndim - 1] });
  const start = [
    { kernel: encoder.kernel.value, bias: encoder.bias.value },
    head.init(random.PRNGKey(seed + 1), zeros([4])),
  ] as const;

  const loss = ([n, l]: typeof start) => {
    const prediction = head.apply(l, relu(x.matmul(n.kernel).add(n.bias)));
    return mean(square(subtract(prediction, y)));
  };

  const end = tree.map((p, g) => subtract(p, multiply(lr, g)), start, grad(loss)(start));
  return stack([loss(start), loss(end)]);
}
