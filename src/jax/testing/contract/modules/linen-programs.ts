import type { JaxArray } from "../../../array/array";
import { jax, jnp, linen as nn, optax } from "../api";
import { Listed, Nested, Noisy, Own, Shared, Stats, Streams } from "./linen-models";
import type { Programs } from "./programs";
import { KEY, LABELS, X23, X53, Y52 } from "./programs";

const KEY1 = jax.random.PRNGKey(1);
const IDS = jnp.array(
  [
    [0, 3],
    [-1, 9],
  ],
  { dtype: "int32" },
);

/** A model of one array, its variables and its result. */
function layer(model: nn.Module, x: JaxArray): object {
  const variables: object = Reflect.apply(model.init, model, [KEY, x]);
  return { variables, call: Reflect.apply(model.apply, model, [variables, x]) };
}

function embed(): object {
  const model = new nn.Embed({ numEmbeddings: 4, features: 3 });
  const variables = model.init(KEY, LABELS);
  return { ...layer(model, IDS), attend: model.apply(variables, X23, { method: "attend" }) };
}

function layerNorm(): object {
  const plain = new nn.LayerNorm({ useBias: false, useScale: false, epsilon: 1e-2 });
  const slow = new nn.LayerNorm({ useFastVariance: false });
  return { ...layer(new nn.LayerNorm(), X23), plain: layer(plain, X23), slow: layer(slow, X23) };
}

function dropout(): object {
  const rngs = { dropout: KEY };
  const off = new nn.Dropout({ rate: 0.3, deterministic: true });
  const rows = new nn.Dropout(0.5, { broadcastDims: [0], deterministic: false });
  return {
    on: new nn.Dropout(0.3).apply({}, X53, { deterministic: false }, { rngs }),
    off: off.apply({}, X53),
    rows: rows.apply({}, X53, { rngs }),
    all: new nn.Dropout(1, { deterministic: false }).apply({}, X53),
  };
}

function noisy(): object {
  const model = new Noisy();
  const variables = model.init({ params: KEY, dropout: jax.random.PRNGKey(9) }, X53);
  const off = { train: false };
  return {
    variables,
    off: model.apply(variables, X53, off),
    on: model.apply(variables, X53, { rngs: { dropout: jax.random.PRNGKey(5) } }),
    grad: jax.grad((v: typeof variables) => model.apply(v, X53, off).pow(2).sum())(variables),
  };
}

function stats(): object {
  const model = new Stats();
  const variables = model.init(KEY, X23);
  const [out, changed] = model.apply(variables, X23, { mutable: ["batch_stats"] });
  const [, both] = model.apply(variables, X23, { mutable: ["batch_stats", "intermediates"] });
  const [, all] = model.apply(variables, X23, { mutable: true });
  const [, one] = model.apply(variables, X23, { mutable: "batch_stats" });
  return { variables, out, changed, all, both, one };
}

function listed(): object {
  const model = new Listed();
  const variables = model.init(KEY, X23);
  const bound = model.bind(variables);
  return {
    variables,
    call: model.apply(variables, X23),
    first: model.apply(variables, X23, { method: "first" }),
    "init first": model.init(KEY, X23, { method: Listed.prototype.first }),
    bound: bound(X23),
    "bound layer": bound.layers[0](X23),
    "bound w": bound.w,
    "bound variables": bound.variables,
  };
}

function trained(): object {
  const model = new nn.Sequential([new nn.Dense(4), nn.tanh, new nn.Dense(2)]);
  const tx = optax.adam(0.05);
  let variables = model.init(KEY, X53);
  let state = tx.init(variables);
  const loss = (v: typeof variables): JaxArray => model.apply(v, X53).sub(Y52).pow(2).mean();
  const losses = [0, 1, 2, 3, 4, 5].map(() => {
    const [value, grads] = jax.valueAndGrad(loss)(variables);
    const [updates, next] = tx.update(grads, state, variables);
    variables = optax.applyUpdates(variables, updates);
    state = next;
    return value;
  });
  return { losses: jnp.stack(losses), variables };
}

/** The recorded cases of Linen. */
export const linenPrograms: Programs = {
  "nn.Embed": embed,
  "nn.LayerNorm": layerNorm,
  "nn.Sequential": () => layer(new nn.Sequential([new nn.Dense(4), nn.relu, new nn.Dense(2)]), X23),
  "nn.Dropout": dropout,
  "linen Noisy": noisy,
  "linen Stats": stats,
  "linen Listed": listed,
  "linen Shared": () => layer(new Shared(new nn.Dense(3)), X23),
  "linen Nested": () => layer(new Nested(), X23),
  "linen Own": () => layer(new Own(), X23),
  "linen Streams": () => ({
    two: new Streams().apply({}, { rngs: { noise: KEY, params: KEY1 } }),
    one: new Streams().apply({}, { rngs: KEY }),
  }),
  "linen apply makes parameters": () =>
    new nn.Dense(2).apply({}, X23, { mutable: ["params"], rngs: { params: KEY } }),
  "linen train adam": trained,
};
