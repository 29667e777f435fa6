"""Records one pass forwards and back through the lesson's example in float64, and its gradients where it is cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mixed_step import mixed_parts
from recording import write

import jax
import jax.numpy as jnp

X, Y, LR = [0.5, -1.0, 2.0], [1.0, 0.0], 0.1

Leaves = list[jax.Array]
Loss = Callable[[Leaves], jax.Array]


def flat(leaves: Leaves) -> list[list[float]]:
    """The leaves as lists of numbers."""
    return [[float(v) for v in leaf.ravel()] for leaf in leaves]


def start(seed: int) -> Leaves:
    """Encoder kernel and bias, head kernel and bias: the float32 weights in float64."""
    n, linen, _ = mixed_parts(seed, jnp.array(X, jnp.float32), jnp.array(Y, jnp.float32))
    weights = (n["kernel"], n["bias"], linen["params"]["kernel"], linen["params"]["bias"])
    return [jnp.asarray(leaf, jnp.float64) for leaf in weights]


def case(seed: int) -> dict[str, Any]:
    """The pass of one seed, and each variant's gradients."""
    leaves = start(seed)
    x, y = jnp.array(X, jnp.float64), jnp.array(Y, jnp.float64)

    def from_prediction(prediction: jax.Array) -> jax.Array:
        return jnp.mean((prediction - y) ** 2)

    def from_hidden(h: jax.Array, head: Leaves) -> jax.Array:
        return from_prediction(h @ head[0] + head[1])

    def from_before(z: jax.Array, head: Leaves) -> jax.Array:
        return from_hidden(jax.nn.relu(z), head)

    def loss(own: Leaves, encoder: Leaves | None = None, head: Leaves | None = None) -> jax.Array:
        first, second = encoder or own[:2], head or own[2:]
        return from_before(x @ first[0] + first[1], second)

    def stopped(own: Leaves) -> jax.Array:
        return from_hidden(jax.lax.stop_gradient(jax.nn.relu(x @ own[0] + own[1])), own[2:])

    z = x @ leaves[0] + leaves[1]
    h = jax.nn.relu(z)
    prediction = h @ leaves[2] + leaves[3]
    gradient = jax.grad(loss)(leaves)
    moved = [p - LR * g for p, g in zip(leaves[2:], gradient[2:], strict=True)]
    variants: dict[str, Loss] = {
        "one-pass": loss,
        "stop-gradient": stopped,
        "encoder-captured": lambda own: loss(own, encoder=leaves[:2]),
        "head-captured": lambda own: loss(own, head=leaves[2:]),
    }
    return {
        "seed": seed,
        "values": flat([z, h, prediction, loss(leaves)]),
        "slopes": flat(
            [
                jax.grad(from_before)(z, leaves[2:]),
                jax.grad(from_hidden)(h, leaves[2:]),
                jax.grad(from_prediction)(prediction),
            ]
        ),
        "gradients": {name: flat(jax.grad(variant)(leaves)) for name, variant in variants.items()},
        "head_first": {
            "loss": float(loss(leaves[:2] + moved)),
            "gradient": flat(jax.grad(lambda own: loss(own, head=moved))(leaves)[:2]),
        },
        "raises": raised(seed),
    }


def raised(seed: int) -> str:
    """The type and text of what grad raises in float32 where the loss is made a plain number."""
    with jax.enable_x64(False):
        n, linen, loss = mixed_parts(seed, jnp.array(X), jnp.array(Y))
        try:
            jax.grad(lambda n, linen: float(loss(n, linen)), argnums=(0, 1))(n, linen)
        except jax.errors.ConcretizationTypeError as error:
            return f"{type(error).__name__}: {error}"
    raise AssertionError("nothing was raised")


if __name__ == "__main__":
    with jax.enable_x64(True):
        write("one_pass_back", x=X, y=Y, lr=[LR], cases=[case(seed) for seed in (0, 1, 7)])
