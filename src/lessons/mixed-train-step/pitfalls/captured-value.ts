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

const [nnxGrads, linenGrads] = jax.grad(lossFn, { argnums: [0, 1] })(nnxParams, linenParams);

// The step reads lr from outside. The first call traces it and keeps the value 0.02.
let lr = 0.02;
const sgd = (p, g) => p.sub(g.mul(lr));
const step = jax.jit((params, grads) => jax.tree.map(sgd, params, grads));

console.log("before the step        ", lossFn(nnxParams, linenParams));
const first = lossFn(step(nnxParams, nnxGrads), step(linenParams, linenGrads));
console.log("after, with lr = 0.02  ", first);

lr = 0;
const second = lossFn(step(nnxParams, nnxGrads), step(linenParams, linenGrads));
console.log("after, with lr = 0     ", second);

// With the rate as an argument, the trace holds no value of its own.
const pureStep = jax.jit((params, grads, rate) =>
  jax.tree.map((p, g) => p.sub(g.mul(rate)), params, grads),
);
const third = lossFn(pureStep(nnxParams, nnxGrads, 0), pureStep(linenParams, linenGrads, 0));
console.log("lr = 0, as an argument ", third);
