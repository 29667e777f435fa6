import type * as jax from "jax";
import * as jnp from "jax/numpy";
import * as optax from "optax";
import { bridge, linen as nn, nnx } from "flax";

// Flax's own bridge: ToNNX makes a Linen layer part of an NNX model.
const x = jnp.array([
  [1.0, -2.0, 0.5],
  [0.0, 1.0, -1.0],
]);
const y = jnp.array([[1.0], [-1.0]]);

class Mixed extends nnx.Module {
  encoder: nnx.Linear;
  head: bridge.ToNNX<nn.Dense>;

  constructor(rngs: nnx.Rngs) {
    super();
    this.encoder = new nnx.Linear(3, 4, { rngs });
    this.head = new bridge.ToNNX(new nn.Dense({ features: 1 }), { rngs });
  }

  call(x: jax.Array) {
    return this.head(nnx.relu(this.encoder(x)));
  }
}

// A Linen layer has parameters once it has seen an input.
const model = bridge.lazyInit(new Mixed(new nnx.Rngs(0)), x);
const optimizer = new nnx.Optimizer(model, optax.sgd(0.1), { wrt: nnx.Param });

const loss = (mixed: Mixed) => jnp.mean(mixed(x).sub(y).pow(2));

for (let i = 0; i < 4; i++) {
  const [value, grads] = nnx.valueAndGrad(loss)(model);
  optimizer.update(model, grads);
  console.log("loss", value);
}

const [rows, columns] = model.head.kernel.value.shape;
console.log(`the head's kernel is ${rows} by ${columns}`);
