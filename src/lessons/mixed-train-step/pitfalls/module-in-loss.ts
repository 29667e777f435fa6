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

// The module's own weights are used. The argument nnxParams is never read.
function lossFn(nnxParams, linenParams) {
  const h = jax.nn.relu(encoder(x));
  return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
}

const gradFn = jax.grad(lossFn, { argnums: [0, 1] });
const [nnxGrads, linenGrads] = gradFn(nnxParams, linenParams);
console.log("gradient of the NNX kernel");
console.log(nnxGrads.kernel);
console.log("gradient of the Linen bias");
console.log(linenGrads.params.bias);

const sgd = (p, g) => p.sub(g.mul(0.02));
const newNnx = jax.tree.map(sgd, nnxParams, nnxGrads);
const newLinen = jax.tree.map(sgd, linenParams, linenGrads);
console.log("before", lossFn(nnxParams, linenParams));
console.log("after ", lossFn(newNnx, newLinen));
