import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const x = jnp.array([0.5, -1.0, 2.0]);
const y = jnp.array([1.0, 0.0]);
const encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const head = new nn.Dense({ features: 2 });
const params = {
  encoder: { kernel: encoder.kernel.value, bias: encoder.bias.value },
  head: head.init(jax.random.PRNGKey(1), jnp.zeros([4])),
};

function lossFn(tree: typeof params) {
  const h = jax.nn.relu(x.matmul(tree.encoder.kernel).add(tree.encoder.bias));
  return jnp.mean(head.apply(tree.head, h).sub(y).pow(2));
}

const [loss, grads] = jax.valueAndGrad(lossFn)(params);
const updated = jax.tree.map((p, g) => p.sub(g.mul(0.02)), params, grads);
console.log("before", loss);
console.log("after", lossFn(updated));
for (const [path, leaf] of jax.tree.leavesWithPath(updated)) {
  const name = jax.treeUtil.keystr(path, { simple: true, separator: "/" });
  console.log("leaf", name, leaf.ndim === 0 ? "scalar" : leaf.shape.join("x"));
}
