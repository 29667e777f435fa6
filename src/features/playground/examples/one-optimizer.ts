import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import * as optax from "optax";
import { nnx } from "flax";

// One Optax optimizer over both trees: a pair of trees is a tree.
const x = jnp.linspace(-1, 1, 16).reshape([16, 1]);
const y = jnp.abs(x);

const [graphdef, encoderState] = nnx.split(new nnx.Linear(1, 4, { rngs: new nnx.Rngs(3) }));
const head = new nn.Dense({ features: 1 });
const headParams = head.init(jax.random.PRNGKey(4), jnp.zeros([1, 4]));
let params = [encoderState, headParams] as const;
const optimizer = optax.adam(0.05);
let optState = optimizer.init(params);

function loss([encoderTree, headTree]: typeof params) {
  const hidden = jax.nn.relu(nnx.merge(graphdef, encoderTree)(x));
  return jnp.mean(head.apply(headTree, hidden).sub(y).pow(2));
}

const backward = jax.jit(jax.valueAndGrad(loss));
for (let i = 0; i < 60; i++) {
  const [value, grads] = backward(params);
  const [updates, next] = optimizer.update(grads, optState, params);
  params = optax.applyUpdates(params, updates);
  optState = next;
  if (i % 20 === 0) console.log(`step ${i}: loss ${value.item().toFixed(4)}`);
}

console.log("steps counted by the optimizer:", optState[0].count);
