"""Records training by Optax's optimisers, its schedules and losses, and texts of its states and errors."""

from __future__ import annotations

from typing import Any

from module_cases import CASES, LABELS, X23, X53, Y52, error, text, value
from recording import write

import jax
import jax.numpy as jnp
import optax
from jax import random


def trained(tx: Any, steps: int = 8) -> dict[str, Any]:
    """Losses and parameters after some steps on a small network."""
    p = {"w": random.normal(random.PRNGKey(4), (3, 2)), "b": jnp.zeros(2)}
    s = tx.init(p)
    losses = []

    def loss(p: dict[str, jax.Array]) -> jax.Array:
        return jnp.mean((jnp.tanh(X53 @ p["w"] + p["b"]) - Y52) ** 2)

    for _ in range(steps):
        v, g = jax.value_and_grad(loss)(p)
        u, s = tx.update(g, s, p)
        p = optax.apply_updates(p, u)
        losses.append(v)
    return {"losses": jnp.stack(losses), "params": p}


def optimizers() -> None:
    """Training by every optimiser, and schedules over thirteen steps."""
    table = {
        "sgd nesterov": optax.sgd(0.1, momentum=0.9, nesterov=True),
        "sgd schedule": optax.sgd(optax.exponential_decay(0.5, 2, 0.5)),
        "adam b1 b2 eps": optax.adam(0.05, b1=0.8, b2=0.9, eps=1e-3),
        "adam eps_root": optax.adam(0.05, eps_root=1e-4),
        "adam nesterov": optax.adam(0.05, nesterov=True),
        "adam cosine": optax.adam(optax.cosine_decay_schedule(0.1, 6)),
        "adamw": optax.adamw(0.05, weight_decay=0.1),
        "adagrad": optax.adagrad(0.1),
        "rmsprop": optax.rmsprop(0.01),
        "rmsprop momentum": optax.rmsprop(0.01, decay=0.8, momentum=0.9),
        "rmsprop centered": optax.rmsprop(0.01, centered=True),
        "lion": optax.lion(0.01),
        "chain clip_by_global_norm sgd": optax.chain(optax.clip_by_global_norm(0.1), optax.sgd(0.5)),
        "chain clip scale": optax.chain(optax.clip(0.01), optax.scale(-0.5)),
        "chain decay scale": optax.chain(optax.add_decayed_weights(0.1), optax.scale(-0.1)),
        "chain scale_by_adam lr": optax.chain(optax.scale_by_adam(), optax.scale_by_learning_rate(0.05)),
        "chain trace schedule": optax.chain(optax.trace(0.5), optax.scale_by_schedule(lambda n: -0.1 / (n + 1))),
        "identity": optax.identity(),
        "set_to_zero": optax.set_to_zero(),
    }
    for name, tx in table.items():
        value(f"train {name}", lambda tx=tx: trained(tx))
    steps = jnp.arange(13)
    schedules = {
        "constant": optax.constant_schedule(0.3),
        "linear": optax.linear_schedule(1.0, 0.1, 8, 2),
        "polynomial": optax.polynomial_schedule(1.0, 0.1, 3, 8, 2),
        "exponential": optax.exponential_decay(1.0, 4, 0.5),
        "exponential staircase": optax.exponential_decay(1.0, 4, 0.5, transition_begin=2, staircase=True),
        "exponential end": optax.exponential_decay(1.0, 3, 0.5, end_value=0.2),
        "cosine": optax.cosine_decay_schedule(1.0, 10, 0.1),
        "piecewise": optax.piecewise_constant_schedule(1.0, {3: 0.5, 7: 0.1}),
        "warmup cosine": optax.warmup_cosine_decay_schedule(0.0, 1.0, 4, 10, 0.05),
        "join": optax.join_schedules([optax.constant_schedule(0.5), optax.linear_schedule(1.0, 0.0, 5)], [4]),
    }
    for name, f in schedules.items():
        value(f"schedule {name}", lambda f=f: jnp.stack([jnp.asarray(f(n), jnp.float32) for n in range(13)]))
        value(f"schedule {name} of array", lambda f=f: jnp.stack([jnp.asarray(f(n), jnp.float32) for n in steps]))


def losses() -> None:
    """Losses with their gradients, texts of states, and errors."""
    logits = random.normal(random.PRNGKey(5), (5, 3))
    onehot, soft = jax.nn.one_hot(LABELS, 3), jax.nn.softmax(random.normal(random.PRNGKey(6), (5, 3)))
    binary = (logits > 0).astype(jnp.float32)
    targets = random.normal(random.PRNGKey(7), (5, 3)) * 2
    table = {
        "l2_loss": lambda z: optax.l2_loss(z, targets),
        "l2_loss no targets": optax.l2_loss,
        "squared_error": lambda z: optax.squared_error(z, targets),
        "huber_loss": lambda z: optax.huber_loss(z, targets),
        "huber_loss delta": lambda z: optax.huber_loss(z, targets, delta=0.5),
        "log_cosh": lambda z: optax.log_cosh(z, targets),
        "softmax_cross_entropy": lambda z: optax.softmax_cross_entropy(z, onehot),
        "softmax_cross_entropy soft": lambda z: optax.softmax_cross_entropy(z, soft),
        "softmax_cross_entropy_with_integer_labels": lambda z: optax.softmax_cross_entropy_with_integer_labels(
            z, LABELS
        ),
        "sigmoid_binary_cross_entropy": lambda z: optax.sigmoid_binary_cross_entropy(z, binary),
        "hinge_loss": lambda z: optax.hinge_loss(z, binary * 2 - 1),
        "cosine_similarity": lambda z: optax.cosine_similarity(z, targets),
        "smooth_labels": lambda z: optax.smooth_labels(jax.nn.softmax(z), 0.1),
    }
    for name, f in table.items():
        value(f"loss {name}", lambda f=f: {"value": f(logits), "grad": jax.grad(lambda z, f=f: f(z).sum())(logits)})
    value("global_norm", lambda: optax.global_norm({"a": X23, "b": [Y52]}))
    value(
        "apply_updates keeps dtypes",
        lambda: optax.apply_updates(
            {"a": jnp.arange(3), "b": jnp.ones(2)}, {"a": jnp.array([0.6, 1.0, 2.7]), "b": jnp.ones(2)}
        ),
    )
    p = {"w": jnp.ones(2)}
    for name, tx in {
        "sgd": optax.sgd(0.1),
        "sgd momentum": optax.sgd(0.1, momentum=0.9),
        "adam": optax.adam(0.1),
        "rmsprop": optax.rmsprop(0.1),
        "chain": optax.chain(optax.clip(1.0), optax.sgd(lambda n: 0.1)),
        "adagrad": optax.adagrad(0.1),
        "lion": optax.lion(0.1),
    }.items():
        text(f"state of {name}", lambda tx=tx: tx.init(p))
    error("adamw update without params", lambda: optax.adamw(0.1).update(p, optax.adamw(0.1).init(p)))
    error(
        "adam update with another tree", lambda: optax.adam(0.1).update({"v": jnp.ones(2)}, optax.adam(0.1).init(p), p)
    )
    error("apply_updates with another tree", lambda: optax.apply_updates(p, {"v": jnp.ones(2)}))
    error(
        "adam update with another shape", lambda: optax.adam(0.1).update({"w": jnp.ones(3)}, optax.adam(0.1).init(p), p)
    )
    error(
        "labels and logits of other shapes",
        lambda: optax.softmax_cross_entropy_with_integer_labels(jnp.ones((5, 3)), jnp.zeros(5)),
    )
    error("integer logits", lambda: optax.sigmoid_binary_cross_entropy(jnp.arange(3), jnp.ones(3)))
    error("l2_loss of integers", lambda: optax.l2_loss(jnp.arange(3)))
    error("l2_loss of other shapes", lambda: optax.l2_loss(jnp.ones(3), jnp.ones((3, 1))))


if __name__ == "__main__":
    optimizers()
    losses()
    write("optax_training", cases=CASES)
