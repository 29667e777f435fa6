import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// Exercise: move both halves, the Linen encoder and the NNX head, by one step of SGD.
const x = jnp.array([
  [0.5, -1.0],
  [1.5, 0.25],
  [-0.75, 1.0],
]);
const y = jnp.array([[1.0], [0.0], [-1.0]]);

const encoder = new nn.Dense({ features: 4 });
const encoderParams = encoder.init(jax.random.PRNGKey(5), x);
const [graphdef, headParams] = nnx.split(new nnx.Linear(4, 1, { rngs: new nnx.Rngs(6) }));
type Encoder = typeof encoderParams;
type Head = typeof headParams;

function loss(encoderTree: Encoder, headTree: Head) {
  const hidden = jax.nn.relu(encoder.apply(encoderTree, x));
  return jnp.mean(nnx.merge(graphdef, headTree)(hidden).sub(y).pow(2));
}

/** Both trees after one step. Yours to finish: the head stays where it is. */
function step(encoderTree: Encoder, headTree: Head, lr: number): [Encoder, Head] {
  const grads = jax.grad(loss)(encoderTree, headTree);
  const newEncoder = jax.tree.map((p, g) => p.sub(g.mul(lr)), encoderTree, grads);
  return [newEncoder, headTree];
}

// The check: how far each tree moved, in steps along its own gradient.
const right = jax.grad(loss, { argnums: [0, 1] })(encoderParams, headParams);
const moved = step(encoderParams, headParams, 0.1);
function check(name: string, old: unknown, now: unknown, grads: unknown) {
  const [a, b, g] = [old, now, grads].map((tree) => jax.tree.leaves(tree) as jax.Array[]);
  const close = a.every((p, i) => jnp.allclose(b[i], p.sub(g[i].mul(0.1)), { atol: 1e-6 }).item());
  console.log(`${name}: ${close ? "moved by one step" : "not yet"}`);
}
check("Linen encoder", encoderParams, moved[0], right[0]);
check("NNX head", headParams, moved[1], right[1]);
const [before, after] = [loss(encoderParams, headParams), loss(...moved)];
console.log(`loss ${before.item().toFixed(4)}, after your step ${after.item().toFixed(4)}`);
