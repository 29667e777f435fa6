import type { JaxArray } from "../../../array/array";
import { jax, jnp, nnx, optax } from "../api";
import { mse, Net } from "./nnx-net";
import type { Programs } from "./programs";
import { X23, X53, Y52 } from "./programs";

const int32 = { dtype: "int32" } as const;

function trained(tx: optax.GradientTransformation): unknown {
  const model = new Net(new nnx.Rngs(0));
  const optimizer = new nnx.Optimizer(model, tx, { wrt: nnx.Param });
  const losses: JaxArray[] = [];
  for (let step = 0; step < 6; step++) {
    const [loss, grads] = nnx.valueAndGrad(mse)(model, X53, Y52);
    optimizer.update(model, grads);
    losses.push(loss);
  }
  return {
    losses: jnp.stack(losses),
    params: nnx.state(model, nnx.Param),
    count: model.count,
    rng: model.drop.rngs?.count,
    step: optimizer.step,
  };
}

function embed(): unknown {
  const layer = new nnx.Embed(4, 3, { rngs: new nnx.Rngs(5) });
  return {
    embedding: layer.embedding,
    call: layer(
      jnp.array(
        [
          [0, 3],
          [-1, 9],
        ],
        int32,
      ),
    ),
    attend: layer.attend(X23),
  };
}

function layerNorm(): unknown {
  const rngs = new nnx.Rngs(0);
  const norm = new nnx.LayerNorm(3, { rngs });
  if (norm.scale === null || norm.bias === null) throw new Error("a norm has both by default");
  norm.scale.value = jnp.array([1, 2, -1]);
  norm.bias.value = jnp.array([0.5, 0, 1]);
  const plain = new nnx.LayerNorm(3, { useBias: false, useScale: false, epsilon: 1e-2, rngs });
  const slow = new nnx.LayerNorm(3, { useFastVariance: false, rngs });
  return {
    call: norm(X23),
    plain: plain(X23),
    slow: slow(X23),
    "1-d": norm(X23.at(0).get()),
    grad: jax.grad((x: JaxArray) => norm(x).pow(3).sum())(
      jnp.array([
        [1, -2, 0.5],
        [0, 3, -1],
      ]),
    ),
  };
}

function dropout(): unknown {
  const drop = new nnx.Dropout(0.3, { rngs: new nnx.Rngs(7) });
  const rows = new nnx.Dropout(0.5, { broadcastDims: [0], rngs: new nnx.Rngs({ dropout: 2 }) });
  const bare = new nnx.Dropout(0.5);
  const out = {
    first: drop(X53),
    second: drop(X53),
    off: drop(X53, { deterministic: true }),
    rows: rows(X53),
    key: bare(X53, { rngs: jax.random.key(3) }),
    stream: bare(X53, { rngs: new nnx.Rngs(1) }),
    all: new nnx.Dropout(1)(X53),
    none: new nnx.Dropout(0)(X53),
    count: drop.rngs?.count,
  };
  drop.eval();
  const off = drop(X53);
  drop.train();
  return { ...out, eval: off, train: drop(X53) };
}

function sequential(): unknown {
  const rngs = new nnx.Rngs(0);
  const model = new nnx.Sequential(
    new nnx.Linear(3, 4, { rngs }),
    nnx.relu,
    new nnx.Linear(4, 2, { rngs }),
  );
  return {
    call: model(X23),
    state: nnx.state(model),
    grad: nnx.grad((m: nnx.Sequential) => m(X23).sum())(model),
  };
}

function containers(): unknown {
  const rngs = new nnx.Rngs(0);
  const many = new nnx.List(Array.from({ length: 11 }, () => new nnx.Linear(1, 1, { rngs })));
  const dict = new nnx.Dict({
    b: new nnx.Linear(1, 2, { rngs }),
    a: new nnx.Param(jnp.ones([2])),
  });
  const state = nnx.state(many);
  return {
    leaves: jax.tree.leaves(state),
    keys: Object.keys(state),
    dict: nnx.state(dict),
    last: many.at(-1).kernel,
    len: many.length,
    names: Object.keys(dict),
  };
}

function rngs(): unknown {
  const streams = new nnx.Rngs(0, { params: 1 });
  const split = streams.split(3);
  const out = {
    params: split.params.key,
    default: split.default.key,
    count: split.params.count,
    after: streams.params.count,
  };
  const fork = streams.fork();
  const named = new nnx.Rngs({ a: new nnx.Rngs(3).default });
  const more = new nnx.Rngs(0);
  return {
    ...out,
    fork: fork.params.key,
    "from stream": jax.random.keyData(named.get("a")()),
    draws: [
      more.normal([2]),
      more.uniform([2]),
      more.params.bernoulli(0.5, [4]),
      more.randint([3], 0, 9),
    ],
    init: more.lecunNormal()([2, 3]),
    in: [streams.has("params"), streams.has("dropout")],
  };
}

function gradients(): unknown {
  const model = new Net(new nnx.Rngs(1));
  model.eval();
  const loss = (m: Net, x: JaxArray): JaxArray => mse(m, x, Y52);
  const kernels = new nnx.DiffState(0, nnx.PathContains("kernel"));
  const both = nnx.grad(loss, { argnums: [0, 1] })(model, X53);
  const ofKernels = nnx.grad(loss, { argnums: kernels })(model, X53);
  const [pair, grad] = nnx.valueAndGrad(
    (m: Net, x: JaxArray) => [loss(m, x), m.count.value.mul(2)] as const,
    { hasAux: true },
  )(model, X53);
  const [, aux] = nnx.grad((m: Net, x: JaxArray) => [loss(m, x), m(x)] as const, {
    hasAux: true,
  })(model, X53);
  return {
    both,
    kernels: ofKernels,
    pair,
    grad,
    aux,
    state: nnx.grad((s: nnx.StateOf<nnx.Linear>) => s.kernel.pow(2).sum())(nnx.state(model.out)),
    stats: nnx.grad((m: Net) => m.count.value.mul(3), {
      argnums: new nnx.DiffState(0, nnx.BatchStat),
    })(model),
    count: model.count,
    array: nnx.grad((x: JaxArray) => x.pow(2).sum())(X23),
    dict: nnx.grad((d: { a: nnx.Param }) => d.a.value.pow(2).sum())({ a: new nnx.Param(X23) }),
  };
}

class Cell extends nnx.Module {
  readonly w = new nnx.Param(jnp.ones([2]));
  readonly stat = new nnx.BatchStat(jnp.zeros([2]));
  readonly cache = new nnx.Cache(jnp.full([2], 3));
  override call(x: JaxArray): JaxArray {
    this.sow(nnx.Intermediate, "h", x.mul(2));
    return x.mul(this.w.value);
  }
}

function kinds(): unknown {
  const cell = new Cell();
  cell(jnp.ones([2]));
  cell(jnp.ones([2]).mul(3));
  const popped = nnx.pop(cell, nnx.Intermediate);
  const [graphdef, params, stats, rest] = nnx.split(cell, nnx.Param, nnx.BatchStat, "...");
  const again = nnx.state(nnx.merge(graphdef, params, stats, rest));
  return { popped, params, stats, rest, again, has: Object.hasOwn(cell, "h") };
}

function jitted(): unknown {
  const model = new Net(new nnx.Rngs(2));
  const optimizer = new nnx.Optimizer(model, optax.adam(0.02), { wrt: nnx.Param });
  const step = nnx.jit((m: Net, o: nnx.Optimizer, x: JaxArray, y: JaxArray) => {
    const [loss, grads] = nnx.valueAndGrad(mse)(m, x, y);
    o.update(m, grads);
    return loss;
  });
  const losses = [0, 1, 2, 3].map(() => step(model, optimizer, X53, Y52));
  return {
    losses: jnp.stack(losses),
    state: nnx.state(model, nnx.Param),
    count: model.count,
    step: optimizer.step,
  };
}

/** The recorded cases of NNX. */
export const nnxPrograms: Programs = {
  "nnx.Embed": embed,
  "nnx.LayerNorm": layerNorm,
  "nnx.Dropout": dropout,
  "nnx.Sequential": sequential,
  "nnx.List and nnx.Dict": containers,
  "nnx.Rngs": rngs,
  "nnx train adam": () => trained(optax.adam(0.05)),
  "nnx train sgd momentum": () => trained(optax.sgd(0.05, { momentum: 0.9 })),
  "nnx train adamw schedule": () => trained(optax.adamw(optax.linearSchedule(0.1, 0, 5))),
  "nnx train chain": () => trained(optax.chain(optax.clipByGlobalNorm(0.1), optax.sgd(0.5))),
  "nnx.grad": gradients,
  "nnx variable kinds": kinds,
  "nnx.jit": jitted,
};
