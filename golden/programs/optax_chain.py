import jax
import jax.numpy as jnp
import optax

params = {"w": jnp.array([[1.0, -2.0], [3.0, 0.5]]), "b": jnp.array([0.1, 0.2])}


def loss(p):
    return ((p["w"] @ jnp.array([1.0, 2.0]) + p["b"]) ** 2).sum()


def train(tx, steps=3):
    p, state = params, tx.init(params)
    for _ in range(steps):
        updates, state = tx.update(jax.grad(loss)(p), state, p)
        p = optax.apply_updates(p, updates)
    return p, state


tx = optax.chain(optax.clip_by_global_norm(1.0), optax.add_decayed_weights(0.01), optax.trace(0.9), optax.scale(-0.1))
print(tx.init(params))
print(train(tx))
named = optax.named_chain(
    ("clip", optax.clip(0.5)), ("adam", optax.scale_by_adam()), ("rate", optax.scale_by_learning_rate(0.1))
)
p, state = train(named)
print(p)
print(list(state), state["adam"].count, state["rate"])
print(train(optax.chain(optax.clip_by_block_rms(0.1), optax.adaptive_grad_clip(0.1), optax.scale(-1.0)))[0])
print(train(optax.chain(optax.centralize(), optax.normalize_by_update_norm(), optax.scale(-1.0)))[0])
print(optax.identity().init(params), optax.set_to_zero().update(params, ()))
print(isinstance(tx, optax.GradientTransformation), tx._fields)
