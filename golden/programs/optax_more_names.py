import jax
import jax.numpy as jnp
import optax

params = {"w": jnp.array([[0.5, -1.0], [2.0, 0.1]]), "b": jnp.array([0.3, -0.2])}
x = jnp.array([[1.0, 2.0], [0.5, -1.0], [3.0, 0.0]])
y = jnp.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]])


def loss_fn(p):
    return jnp.mean((x @ p["w"] + p["b"] - y) ** 2)


makers = {
    "sgd": optax.sgd(0.1),
    "momentum": optax.sgd(0.1, momentum=0.9),
    "nesterov": optax.sgd(0.1, momentum=0.9, nesterov=True),
    "adam": optax.adam(0.1, b1=0.8, eps_root=1e-8),
    "adamw": optax.adamw(0.1, weight_decay=0.05),
    "rmsprop": optax.rmsprop(0.05, momentum=0.5),
    "adagrad": optax.adagrad(0.1),
    "lion": optax.lion(0.01, weight_decay=0.1),
    "lamb": optax.lamb(0.05),
    "lars": optax.lars(0.05),
    "adamax": optax.adamax(0.05),
    "adamaxw": optax.adamaxw(0.05),
    "radam": optax.radam(0.05),
    "nadam": optax.nadam(0.05),
    "adabelief": optax.adabelief(0.05),
    "adadelta": optax.adadelta(1.0),
    "amsgrad": optax.amsgrad(0.05),
    "yogi": optax.yogi(0.05),
    "fromage": optax.fromage(0.05),
    "sign_sgd": optax.sign_sgd(0.05),
    "ema": optax.chain(optax.ema(0.9), optax.scale(-0.1)),
    "trace": optax.chain(optax.trace(0.9), optax.scale_by_learning_rate(0.1)),
    "clip": optax.chain(optax.clip_by_global_norm(0.5), optax.clip(0.2), optax.sgd(0.1)),
    "centralize": optax.chain(optax.centralize(), optax.sgd(0.1)),
    "decay": optax.chain(optax.add_decayed_weights(0.1, mask={"w": True, "b": False}), optax.sgd(0.1)),
}
for name, tx in makers.items():
    p, state = params, tx.init(params)
    step = jax.jit(lambda p, s, tx=tx: tx.update(jax.grad(loss_fn)(p), s, p))
    for _ in range(4):
        updates, state = step(p, state)
        p = optax.apply_updates(p, updates)
    print(name, f"{loss_fn(p):.5f}", p["b"])
print(type(optax.adam(0.1)).__name__, isinstance(optax.sgd(0.1), optax.GradientTransformation))
print(
    isinstance(optax.sgd(0.1), optax.GradientTransformationExtraArgs),
    optax.with_extra_args_support(optax.identity()).init(params),
)
state = optax.adam(0.1).init(params)
print(state, isinstance(state[0], optax.ScaleByAdamState), state[0].count.dtype, isinstance(state[1], optax.EmptyState))
print(optax.sgd(0.1, momentum=0.9).init({"a": jnp.ones(1)}), optax.safe_int32_increment(jnp.array(3)))
print(optax.incremental_update(params, jax.tree.map(jnp.zeros_like, params), 0.1)["b"], optax.global_norm(params))
logits, labels = jnp.array([[1.0, -1.0, 0.5], [0.0, 2.0, 1.0]]), jnp.array([0, 2])
one_hot = jax.nn.one_hot(labels, 3)
print(optax.softmax_cross_entropy(logits, one_hot), optax.softmax_cross_entropy_with_integer_labels(logits, labels))
print(optax.sigmoid_binary_cross_entropy(logits, one_hot).sum(), optax.l2_loss(logits, one_hot).mean())
print(
    optax.squared_error(logits).sum(), optax.huber_loss(logits, one_hot, delta=0.5).sum(), optax.log_cosh(logits).sum()
)
print(
    optax.cosine_similarity(logits, one_hot),
    optax.hinge_loss(logits[0], jnp.array([1, -1, 1])),
    optax.smooth_labels(one_hot, 0.1),
)
print(
    optax.kl_divergence(jax.nn.log_softmax(logits), jax.nn.softmax(one_hot)),
    optax.sigmoid_focal_loss(logits, one_hot).sum(),
)
steps = (0, 1, 5, 10, 20)
for schedule in (
    optax.constant_schedule(0.1),
    optax.linear_schedule(1.0, 0.0, 10),
    optax.cosine_decay_schedule(1.0, 10, alpha=0.1),
    optax.exponential_decay(1.0, 5, 0.5, staircase=True),
    optax.polynomial_schedule(1.0, 0.1, 2, 10),
    optax.piecewise_constant_schedule(1.0, {2: 0.1, 8: 0.5}),
    optax.warmup_cosine_decay_schedule(0.0, 1.0, 5, 20),
    optax.warmup_exponential_decay_schedule(0.0, 1.0, 5, 10, 0.9),
    optax.warmup_constant_schedule(0.0, 1.0, 5),
    optax.cosine_onecycle_schedule(20, 1.0),
    optax.linear_onecycle_schedule(20, 1.0),
    optax.join_schedules([optax.constant_schedule(1.0), optax.constant_schedule(2.0)], [6]),
    optax.sgdr_schedule([dict(init_value=0.0, peak_value=1.0, warmup_steps=2, decay_steps=8, end_value=0.1)] * 2),
):
    print([round(float(schedule(step)), 5) for step in steps])
