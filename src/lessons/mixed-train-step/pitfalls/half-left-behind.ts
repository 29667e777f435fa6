import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const x = jnp.array([0.5, -1.0, 2.0]);
const y = jnp.array([1.0, 0.0]);
const encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const head = new nn.Dense({ features: 2 });

function lossFn(nnxParams, linenParams) {
  const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
  return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
}

const gradFn = jax.grad(lossFn, { argnums: [0, 1] });
const sgd = (p, g) => p.sub(g.mul(0.02));

function train(steps, moveLinen) {
  let nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  let linenParams = head.init(jax.random.PRNGKey(1), jnp.zeros([4]));
  for (let i = 0; i < steps; i++) {
    const [nnxGrads, linenGrads] = gradFn(nnxParams, linenParams);
    nnxParams = jax.tree.map(sgd, nnxParams, nnxGrads);
    // The broken version computes linenGrads and drops it.
    if (moveLinen) linenParams = jax.tree.map(sgd, linenParams, linenGrads);
  }
  return lossFn(nnxParams, linenParams);
}

for (const steps of [0, 1, 5, 10]) {
  const both = train(steps, true).item().toFixed(4);
  const nnxOnly = train(steps, false).item().toFixed(4);
  console.log(`after ${steps}: both ${both}, NNX only ${nnxOnly}`);
}
