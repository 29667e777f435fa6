import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const x = jnp.array([0.5, -1.0, 2.0]);
const y = jnp.array([1.0, 0.0]);

class Mixed extends nnx.Module {
  encoder: nnx.Linear;
  head: nnx.bridge.ToNNX<nn.Dense>;

  constructor() {
    super();
    this.encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
    const dense = new nn.Dense({ features: 2 });
    this.head = new nnx.bridge.ToNNX(dense, { rngs: new nnx.Rngs(1) });
    this.head.lazyInit(jnp.zeros([4]));
  }

  call(x: jax.Array) {
    return this.head(jax.nn.relu(this.encoder(x)));
  }
}

const model = new Mixed();
// The wrapper draws from a key of its own: the weights of the plain dicts instead.
const key = jax.random.PRNGKey(1);
const plain = new nn.Dense({ features: 2 }).init(key, jnp.zeros([4]));
model.head.kernel.value = plain.params.kernel;

const lossFn = (mixed: Mixed) => jnp.mean(mixed(x).sub(y).pow(2));

const [loss, grads] = nnx.valueAndGrad(lossFn)(model);
const params = nnx.state(model, nnx.Param);
nnx.update(
  model,
  jax.tree.map((p, g) => p.sub(g.mul(0.02)), params, grads),
);
console.log("before", loss);
console.log("after", lossFn(model));
for (const [path, leaf] of jax.tree.leavesWithPath(nnx.state(model))) {
  const name = jax.treeUtil.keystr(path, { simple: true, separator: "/" });
  console.log("leaf", name, leaf.ndim === 0 ? "scalar" : leaf.shape.join("x"));
}
