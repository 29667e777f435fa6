import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const x = jnp.array([0.5, -1.0, 2.0]);
const y = jnp.array([1.0, 0.0]);
const encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const head = new nn.Dense({ features: 2 });
const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
const linenParams = head.init(jax.random.PRNGKey(1), jnp.zeros([4]));

function lossFn(nnxParams, linenParams) {
  const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
  return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
}

// Without argnums, the gradient is taken for the first argument alone.
const grads = jax.grad(lossFn)(nnxParams, linenParams);
console.log("leaves of the gradient:", Object.keys(grads).sort().join(", "));

// One tree came back. It cannot be taken apart as a pair.
const [nnxGrads, linenGrads] = grads;
console.log(nnxGrads, linenGrads);
