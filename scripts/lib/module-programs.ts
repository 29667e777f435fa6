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
};
