/** Programs as learners write them with Flax and Optax; the editor must not underline anything in them. */
export const MODULE_PROGRAMS: Readonly<Record<string, string>> = {
  "an optimiser over a dict of arrays": `
    import * as jax from "jax";
    import * as jnp from "jax/numpy";
    import * as optax from "optax";
    let params = { w: jnp.zeros([3, 1]), b: jnp.zeros([1]) };
    const x = jax.random.normal(jax.random.key(0), [8, 3]);
    const y = jnp.ones([8, 1]);
    const loss = (p: typeof params) => optax.l2Loss(x.matmul(p.w).add(p.b), y).mean();
    const schedule = optax.warmupCosineDecaySchedule(0, 0.1, 5, 50);
    const tx = optax.chain(optax.clipByGlobalNorm(1), optax.adam(schedule, { b1: 0.8 }));
    let state = tx.init(params);
    for (let i = 0; i < 10; i++) {
      const [value, grads] = jax.valueAndGrad(loss)(params);
      const [updates, next] = tx.update(grads, state, params);
      params = optax.applyUpdates(params, updates);
      state = next;
      print(value.item(), optax.globalNorm(grads));
    }
    print(state[1][0].count, params.w.shape);
    const sgd = optax.sgd(0.1, { momentum: 0.9, nesterov: true });
    let both = [params, { v: jnp.ones([2]) }] as const;
    const [updates] = sgd.update(both, sgd.init(both));
    both = optax.applyUpdates(both, updates);
    print(both[1].v, optax.softmaxCrossEntropyWithIntegerLabels(jnp.ones([2, 3]), jnp.array([0, 1], { dtype: "int32" })));
  `,
  "an NNX model with dropout, trained by nnx.Optimizer": `
    import * as jax from "jax";
    import * as jnp from "jax/numpy";
    import * as optax from "optax";
    import { nnx } from "flax";
    class MLP extends nnx.Module {
      embed: nnx.Embed;
      layers: nnx.List<nnx.Linear>;
      norm: nnx.LayerNorm;
      drop: nnx.Dropout;
      calls: nnx.BatchStat;
      constructor(rngs: nnx.Rngs) {
        super();
        this.embed = new nnx.Embed(10, 4, { rngs });
        this.layers = new nnx.List([1, 2].map(() => new nnx.Linear(4, 4, { rngs })));
        this.norm = new nnx.LayerNorm(4, { rngs });
        this.drop = new nnx.Dropout(0.1, { rngs });
        this.calls = new nnx.BatchStat(jnp.zeros([]));
      }
      call(ids: jax.Array) {
        let x = this.embed(ids);
        for (const layer of this.layers) x = nnx.relu(layer(x));
        this.calls.value = this.calls.value.add(1);
        this.sow(nnx.Intermediate, "last", x);
        return this.drop(this.norm(x));
      }
    }
    const model = new MLP(new nnx.Rngs({ params: 0, dropout: 1 }));
    const optimizer = new nnx.Optimizer(model, optax.sgd(0.1), { wrt: nnx.Param });
    const ids = jnp.array([1, 2, 3], { dtype: "int32" });
    const loss = (m: MLP, x: jax.Array) => m(x).pow(2).mean();
    const [value, grads] = nnx.valueAndGrad(loss)(model, ids);
    optimizer.update(model, grads);
    print(value.item(), grads.norm.scale, grads.embed.embedding.value.shape, optimizer.step.value);
    const step = nnx.jit((m: MLP, o: nnx.Optimizer, x: jax.Array) => {
      const [l, g] = nnx.valueAndGrad((m: MLP) => [loss(m, x), m.calls.value] as const, { hasAux: true })(m);
      o.update(m, g);
      return l[0];
    });
    print(step(model, optimizer, ids).item());
    model.eval();
    print(model(ids).shape, nnx.pop(model, nnx.Intermediate));
    const [graphdef, params, rest] = nnx.split(model, nnx.Param, "...");
    const half = jax.tree.map((p) => p.mul(0.5), params);
    const again = nnx.merge(graphdef, half, rest);
    print(again.norm.epsilon, again.layers.at(-1).kernel.shape, again.layers[0].bias.value);
    nnx.update(model, half);
    const kernels = new nnx.DiffState(0, nnx.PathContains("kernel"));
    print(nnx.grad(loss, { argnums: kernels })(model, ids));
    const seq = new nnx.Sequential(new nnx.Linear(2, 3, { rngs: new nnx.Rngs(0) }), nnx.relu, jnp.tanh, (x) => x.mul(2));
    print(seq(jnp.ones([2])).shape, seq.layers.length);
    const parts = new nnx.Dict({ a: new nnx.Linear(2, 2, { rngs: new nnx.Rngs(0) }), b: 3 });
    print(parts.a(jnp.ones([2])), parts.b + 1, new nnx.Rngs(0).noise.normal([2]), new nnx.Rngs(0).split(3).params.key.value);
  `,
  "Linen models with dropout, statistics and a bound module": `
    import * as jax from "jax";
    import * as jnp from "jax/numpy";
    import * as nn from "flax/linen";
    import * as optax from "optax";
    class MLP extends nn.Module {
      constructor(readonly width: number) { super(); }
      call(x: jax.Array, { train = false }: { train?: boolean } = {}) {
        const steps = this.variable("batch_stats", "steps", () => jnp.zeros([]));
        if (this.isMutableCollection("batch_stats")) steps.value = steps.value.add(1);
        let h = nn.relu(new nn.LayerNorm()(new nn.Dense(this.width)(x)));
        h = new nn.Dropout({ rate: 0.5, deterministic: !train })(h);
        const scale = this.param("scale", nn.initializers.ones, [this.width]);
        const shift = this.param("shift", (key, n: number) => jax.random.normal(key, [n]), this.width);
        return new nn.Dense({ features: 1, name: "head" })(h.mul(scale).add(shift));
      }
    }
    const x = jnp.ones([4, 3]);
    const model = new MLP(8);
    const variables = model.init({ params: jax.random.key(0), dropout: jax.random.key(1) }, x);
    const y = model.apply(variables, x, { train: false });
    const noisy = model.apply(variables, x, { train: true }, { rngs: { dropout: jax.random.key(2) } });
    const [out, changed] = model.apply(variables, x, { mutable: ["batch_stats"] });
    print(y.shape, noisy.sub(out).shape, changed.batch_stats.steps);
    const tx = optax.adam(0.1);
    let params = { params: variables.params };
    let state = tx.init(params);
    const loss = (v: typeof params) => model.apply({ ...variables, ...v }, x).pow(2).mean();
    const [updates, next] = tx.update(jax.grad(loss)(params), state, params);
    params = optax.applyUpdates(params, updates);
    state = next;
    class Two extends nn.Module {
      declare enc: nn.Dense;
      declare table: nn.Embed;
      setup() { this.enc = new nn.Dense(2); this.table = new nn.Embed(5, 2); }
      call(x: jax.Array) { return this.table.attend(this.enc(x)); }
      encode(x: jax.Array) { return this.enc(x); }
    }
    const two = new Two();
    const v = two.init(jax.random.key(0), x);
    const bound = two.bind(v);
    print(bound.enc(x).shape, bound.encode(x), two.apply(v, x, { method: "encode" }));
    const seq = new nn.Sequential([new nn.Dense(4), nn.tanh, (h) => h.mul(2), new nn.Dense(1)]);
    const generic: nn.Module = seq;
    print(seq.apply(seq.init(jax.random.PRNGKey(0), x), x).item, generic);
  `,
  "a model of Linen and NNX layers": `
    import * as jax from "jax";
    import * as jnp from "jax/numpy";
    import * as optax from "optax";
    import { bridge, linen as nn, nnx } from "flax";
    import { toLinen } from "flax/nnx/bridge";
    class Mixed extends nnx.Module {
      enc: nnx.Linear;
      head: bridge.ToNNX<nn.Dense>;
      constructor(rngs: nnx.Rngs) {
        super();
        this.enc = new nnx.Linear(3, 4, { rngs });
        this.head = new bridge.ToNNX(new nn.Dense({ features: 2 }), { rngs });
      }
      call(x: jax.Array) { return this.head(nnx.relu(this.enc(x))); }
    }
    const x = jnp.ones([5, 3]);
    const model = bridge.lazyInit(new Mixed(new nnx.Rngs(0)), x);
    const optimizer = new nnx.Optimizer(model, optax.adam(0.1), { wrt: nnx.Param });
    const [loss, grads] = nnx.valueAndGrad((m: Mixed) => m(x).pow(2).mean())(model);
    optimizer.update(model, grads);
    print(loss.item(), model.head.kernel.value.shape, model.head.bias);
    const layer = toLinen(nnx.Linear, 3, 4, { useBias: false });
    const variables = layer.init(jax.random.key(0), x);
    print(layer.apply(variables, x).shape);
  `,
};
