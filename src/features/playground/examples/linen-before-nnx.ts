import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// A Linen encoder before an NNX head: one loss, one gradient for both.
const x = jnp.array([
  [0.5, -1.0],
  [1.5, 0.25],
  [-0.75, 1.0],
]);
const y = jnp.array([[1.0], [0.0], [-1.0]]);

const encoder = new nn.Dense({ features: 4 });
let encoderParams = encoder.init(jax.random.PRNGKey(0), x);
const head = new nnx.Linear(4, 1, { rngs: new nnx.Rngs(1) });
let [graphdef, headParams] = nnx.split(head);

function loss(encoderTree: typeof encoderParams, headTree: typeof headParams) {
  const hidden = jnp.tanh(encoder.apply(encoderTree, x));
  const prediction = nnx.merge(graphdef, headTree)(hidden);
  return jnp.mean(prediction.sub(y).pow(2));
}

const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(0.1));

for (let i = 0; i < 3; i++) {
  const backward = jax.valueAndGrad(loss, { argnums: [0, 1] });
  const [value, [encoderGrads, headGrads]] = backward(encoderParams, headParams);
  console.log("loss", value);
  encoderParams = jax.tree.map(sgd, encoderParams, encoderGrads);
  headParams = jax.tree.map(sgd, headParams, headGrads);
}

console.log("loss", loss(encoderParams, headParams));
