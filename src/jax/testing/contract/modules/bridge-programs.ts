import type { JaxArray } from "../../../array/array";
import { bridge, jax, jnp, linen as nn, nnx, optax } from "../api";
import { Listed, Noisy, Stats } from "./linen-models";
import { mse } from "./nnx-net";
import type { Programs } from "./programs";
import { KEY, X23, X53, Y52 } from "./programs";

class Encoder extends nnx.Module {
  readonly layer: nnx.Linear;
  readonly drop: nnx.Dropout;
  readonly calls = new nnx.BatchStat(jnp.zeros([]));
  constructor(width: number, { rngs }: { rngs: nnx.Rngs }) {
    super();
    this.layer = new nnx.Linear(3, width, { rngs });
    this.drop = new nnx.Dropout(0.25, { rngs });
  }
  override call(x: JaxArray): JaxArray {
    this.calls.value = this.calls.value.add(1);
    return this.drop(this.layer(x));
  }
}

class MixedNNX extends nnx.Module {
  readonly enc: nnx.Linear;
  readonly head: bridge.ToNNX<nn.Dense>;
  constructor(rngs: nnx.Rngs) {
    super();
    this.enc = new nnx.Linear(3, 4, { rngs });
    this.head = new bridge.ToNNX(new nn.Dense(2), { rngs });
  }
  override call(x: JaxArray): JaxArray {
    return this.head(nnx.relu(this.enc(x)));
  }
}

class MixedLinen extends nn.Module {
  override call(x: JaxArray): JaxArray {
    const h = bridge.toLinen(nnx.Linear, 3, 4)(x);
    return new nn.Dense(2)(nn.relu(h));
  }
}

function toNnx(): object {
  const model = new bridge.ToNNX(new Noisy(), { rngs: new nnx.Rngs(0, { dropout: 1 }) });
  model.lazyInit(X53);
  const state = nnx.state(model);
  const on = model(X53);
  return { state, on, off: model(X53, { train: false }), count: model.to_nnx__rngs?.dropout.count };
}

function stats(): object {
  const model = new bridge.ToNNX(new Stats(), { rngs: new nnx.Rngs(0) }).lazyInit(X23);
  const out: unknown = Reflect.apply(model.call, model, [X23, { mutable: ["batch_stats"] }]);
  return { state: nnx.state(model, nnx.BatchStat), out };
}

function toLinen(): object {
  const model = new bridge.ToLinen(Encoder, { args: [2] });
  const variables = model.init({ params: KEY, dropout: jax.random.PRNGKey(3) }, X53);
  const options = { mutable: ["batch_stats"], rngs: { dropout: KEY } };
  const [out, changed] = model.apply(variables, X53, options);
  return { variables, out, changed, plain: model.apply(variables, X53) };
}

function mixedNnx(): object {
  const model = bridge.lazyInit(new MixedNNX(new nnx.Rngs(0)), X53);
  const optimizer = new nnx.Optimizer(model, optax.adam(0.05), { wrt: nnx.Param });
  const losses = [0, 1, 2, 3, 4].map(() => {
    const [loss, grads] = nnx.valueAndGrad(mse)(model, X53, Y52);
    optimizer.update(model, grads);
    return loss;
  });
  return { losses: jnp.stack(losses), params: nnx.state(model, nnx.Param) };
}

function mixedLinen(): object {
  const model = new MixedLinen();
  const variables = model.init(jax.random.PRNGKey(4), X53);
  const loss = (v: typeof variables): JaxArray => model.apply(v, X53).pow(2).mean();
  return { variables, call: model.apply(variables, X53), grad: jax.grad(loss)(variables) };
}

/** The recorded cases of the bridge. */
export const bridgePrograms: Programs = {
  "ToNNX of a model": toNnx,
  "ToNNX with a key": () => new bridge.ToNNX(new nn.Dense(2), { rngs: KEY }).lazyInit(X23).kernel,
  "ToNNX of setup layers": () =>
    nnx.state(new bridge.ToNNX(new Listed(), { rngs: new nnx.Rngs(0) }).lazyInit(X23), nnx.Param),
  "ToNNX of batch statistics": stats,
  "ToLinen of a model": toLinen,
  "mixed model in NNX": mixedNnx,
  "mixed model in Linen": mixedLinen,
  "error ToNNX before lazy_init": () =>
    new bridge.ToNNX(new Noisy(), { rngs: new nnx.Rngs(0) })(X53),
  "error ToNNX without rngs": () => new bridge.ToNNX(new nn.Dense(2)).lazyInit(X53),
  "text ToNNX": () => new bridge.ToNNX(new nn.Dense(2), { rngs: new nnx.Rngs(0) }).lazyInit(X53),
};
