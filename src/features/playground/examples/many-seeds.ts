import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";

// How much does the seed of the Linen head matter? vmap starts five at once.
const x = jnp.linspace(-1, 1, 8).reshape([8, 1]);
const y = x.pow(2);
const head = new nn.Dense({ features: 1 });

const features = (x: jax.Array) =>
  jnp.concatenate([x, jax.nn.relu(x), jax.nn.relu(x.neg())], { axis: 1 });

function trainedLoss(key: jax.Array) {
  let params = head.init(key, jnp.zeros([1, 3]));
  const loss = (tree: typeof params) => jnp.mean(head.apply(tree, features(x)).sub(y).pow(2));

  const before = loss(params);
  for (let i = 0; i < 10; i++)
    params = jax.tree.map((p, g) => p.sub(g.mul(0.3)), params, jax.grad(loss)(params));
  return [before, loss(params)];
}

const keys = jax.random.split(jax.random.PRNGKey(0), 5);
const [before, after] = jax.vmap(trainedLoss)(keys);
console.log("before", before);
console.log("after ", after);
console.log("best seed:", jnp.argmin(after));
