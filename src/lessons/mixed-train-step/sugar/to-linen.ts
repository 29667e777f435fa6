import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const x = jnp.array([0.5, -1.0, 2.0]);
const y = jnp.array([1.0, 0.0]);

class Mixed extends nn.Module {
  declare encoder: nnx.bridge.ToLinen<typeof nnx.Linear>;
  declare head: nn.Dense;

  setup() {
    this.encoder = nnx.bridge.toLinen(nnx.Linear, 3, 4);
    this.head = new nn.Dense({ features: 2 });
  }

  call(x: jax.Array) {
    return this.head(jax.nn.relu(this.encoder(x)));
  }
}

const model = new Mixed();
const variables = model.init(jax.random.PRNGKey(0), x);
// Linen hashes the names of modules into its keys: the weights of the plain dicts instead.
const encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const plain = new nn.Dense({ features: 2 }).init(jax.random.PRNGKey(1), jnp.zeros([4]));
variables.params.encoder = { kernel: encoder.kernel.value, bias: encoder.bias.value };
variables.params.head = plain.params;

const lossFn = (tree: typeof variables) => jnp.mean(model.apply(tree, x).sub(y).pow(2));

const [loss, grads] = jax.valueAndGrad(lossFn)(variables);
const updated = jax.tree.map((p, g) => p.sub(g.mul(0.02)), variables, grads);
console.log("before", loss);
console.log("after", lossFn(updated));
for (const [path, leaf] of jax.tree.leavesWithPath(updated)) {
  const name = jax.treeUtil.keystr(path, { simple: true, separator: "/" });
  console.log("leaf", name, leaf.ndim === 0 ? "scalar" : leaf.shape.join("x"));
}
