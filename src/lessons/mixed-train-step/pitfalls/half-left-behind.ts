import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// A bend takes both halves: the encoder to place it, the head to weigh what comes of it.
const x = jnp.linspace(-1, 1, 16).reshape([16, 1]);
const y = jnp.abs(x);
const encoder = new nnx.Linear(1, 4, { rngs: new nnx.Rngs(3) });
const head = new nn.Dense({ features: 1 });

function lossFn(nnxParams, linenParams) {
  const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
  return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
}

const gradFn = jax.jit(jax.grad(lossFn, { argnums: [0, 1] }));
const sgd = (p, g) => p.sub(g.mul(0.1));

function train(moveNnx, moveLinen) {
  let nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  let linenParams = head.init(jax.random.PRNGKey(4), jnp.zeros([4]));
  const losses = new Map();
  for (let steps = 0; steps <= 300; steps++) {
    if ([0, 10, 100, 300].includes(steps)) losses.set(steps, lossFn(nnxParams, linenParams));
    const [nnxGrads, linenGrads] = gradFn(nnxParams, linenParams);
    // The broken versions compute both gradients and drop one.
    if (moveNnx) nnxParams = jax.tree.map(sgd, nnxParams, nnxGrads);
    if (moveLinen) linenParams = jax.tree.map(sgd, linenParams, linenGrads);
  }
  return losses;
}

const both = train(true, true);
const nnxOnly = train(true, false);
const linenOnly = train(false, true);
for (const n of both.keys()) {
  const [b, f, s] = [both, nnxOnly, linenOnly].map((losses) => losses.get(n).item().toFixed(4));
  console.log(`after ${n}: both ${b}, NNX only ${f}, Linen only ${s}`);
}
