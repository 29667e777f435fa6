import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

// NNX keeps its random keys in the module; Linen is handed a key with each call.
const x = jnp.ones([2, 3]);
const encoder = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const drop = new nnx.Dropout(0.5, { rngs: new nnx.Rngs({ dropout: 1 }) });
const head = new nn.Sequential([
  new nn.Dropout({ rate: 0.5, deterministic: false }),
  new nn.Dense({ features: 2 }),
]);

const hidden = encoder(x);
console.log("first call ", drop(hidden).at(0).get());
console.log("second call", drop(hidden).at(0).get());

const keys = { params: jax.random.PRNGKey(2), dropout: jax.random.PRNGKey(3) };
const headParams = head.init(keys, hidden);
const run = (key: jax.Array) =>
  head
    .apply(headParams, hidden, { rngs: { dropout: key } })
    .at(0)
    .get();

console.log("the same key, the same draw:", jnp.arrayEqual(run(keys.dropout), run(keys.dropout)));
console.log("another key:", run(jax.random.PRNGKey(4)));

drop.eval();
console.log("in evaluation nothing is dropped:", jnp.arrayEqual(drop(hidden), hidden));
