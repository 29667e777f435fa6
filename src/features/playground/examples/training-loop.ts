import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// A training loop over both halves, with the loss as a chart.
const x = jnp.linspace(-1, 1, 16).reshape([16, 1]);
const y = jnp.abs(x);

const encoder = new nnx.Linear(1, 4, { rngs: new nnx.Rngs(3) });
let nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
const head = new nn.Dense({ features: 1 });
let linenParams = head.init(jax.random.PRNGKey(4), jnp.zeros([1, 4]));

function loss(nnxTree: typeof nnxParams, linenTree: typeof linenParams) {
  const hidden = jax.nn.relu(x.matmul(nnxTree.kernel).add(nnxTree.bias));
  return jnp.mean(head.apply(linenTree, hidden).sub(y).pow(2));
}

const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(0.1));
const backward = jax.jit(jax.valueAndGrad(loss, { argnums: [0, 1] }));

const losses: number[] = [];
for (let i = 0; i < 100; i++) {
  const [value, [nnxGrads, linenGrads]] = backward(nnxParams, linenParams);
  nnxParams = jax.tree.map(sgd, nnxParams, nnxGrads);
  linenParams = jax.tree.map(sgd, linenParams, linenGrads);
  losses.push(value.item());
}

const [first, last] = [losses[0], losses[losses.length - 1]].map((v) => v.toFixed(4));
console.log(`loss ${first} at first, ${last} after ${losses.length} steps`);
plot(losses);
