import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// A trained NNX encoder stays as it is; only the new Linen head learns.
const x = jnp.linspace(-1, 1, 8).reshape([8, 1]);
const y = jnp.sin(x.mul(3));

const encoder = new nnx.Linear(1, 6, { rngs: new nnx.Rngs(0) });
const frozen = { kernel: encoder.kernel.value, bias: encoder.bias.value };
const head = new nn.Dense({ features: 1 });
let headParams = head.init(jax.random.PRNGKey(1), jnp.zeros([1, 6]));

function loss(headTree: typeof headParams, encoderTree: typeof frozen) {
  const hidden = jax.nn.relu(x.matmul(encoderTree.kernel).add(encoderTree.bias));
  return jnp.mean(head.apply(headTree, hidden).sub(y).pow(2));
}

// argnums names what is differentiated: without the encoder in it, the encoder has no gradient.
const step = jax.jit(jax.valueAndGrad(loss, { argnums: 0 }));
for (let i = 0; i < 40; i++) {
  const [value, grads] = step(headParams, frozen);
  headParams = jax.tree.map((p, g) => p.sub(g.mul(0.2)), headParams, grads);
  if (i % 10 === 0) console.log(`step ${i}: loss ${value.item().toFixed(4)}`);
}

console.log("the encoder is what it was:", jnp.arrayEqual(frozen.kernel, encoder.kernel.value));
