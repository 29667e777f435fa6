"""Records the jaxprs of losses over both halves as JAX writes them, and which leaves have a gradient at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mixed_step import mixed_parts
from recording import write

import jax
import jax.numpy as jnp
from flax import linen as nn

X, Y = jnp.array([0.5, -1.0, 2.0]), jnp.array([1.0, 0.0])
N, LINEN, LOSS = mixed_parts(0, X, Y)
HEAD = nn.Dense(features=2)
TREES = (N, LINEN)
BOTH = ({"nnx": N, "linen": LINEN},)


def hidden(n: Any) -> jax.Array:
    """What the encoder gives the head."""
    return jax.nn.relu(X @ n["kernel"] + n["bias"])


def miss(prediction: jax.Array) -> jax.Array:
    """The mean square."""
    return jnp.mean((prediction - Y) ** 2)


def stopped(n: Any, linen: Any) -> jax.Array:
    """Cut at the hidden layer."""
    return miss(HEAD.apply(linen, jax.lax.stop_gradient(hidden(n))))


def encoder_captured(n: Any, linen: Any) -> jax.Array:
    """With the encoder's weights from outside."""
    del n
    return miss(HEAD.apply(linen, hidden(N)))


def head_captured(n: Any, linen: Any) -> jax.Array:
    """With the head's weights from outside."""
    del linen
    return miss(HEAD.apply(LINEN, hidden(n)))


def bias_left_out(n: Any, linen: Any) -> jax.Array:
    """With a leaf that is not used."""
    return miss(HEAD.apply(linen, jax.nn.relu(X @ n["kernel"])))


def rounded(n: Any, linen: Any) -> jax.Array:
    """Cut by a function whose slope is zero."""
    return miss(HEAD.apply(linen, jnp.round(hidden(n))))


def one_tree(model: Any) -> jax.Array:
    """With one tree for both halves."""
    return LOSS(model["nnx"], model["linen"])


def with_aux(n: Any, linen: Any) -> Any:
    """With the prediction beside the loss."""
    prediction = HEAD.apply(linen, hidden(n))
    return miss(prediction), prediction


def swish(n: Any, linen: Any) -> jax.Array:
    """With a choice, whose condition passes no gradient."""
    return miss(HEAD.apply(linen, jnp.where(hidden(n) > 0.1, jnp.tanh(hidden(n)), 0.0)))


@jax.jit
def jitted(n: Any, linen: Any) -> jax.Array:
    """Inside of jit."""
    return LOSS(n, linen)


@jax.jit
def jitted_and_stopped(n: Any, linen: Any) -> jax.Array:
    """Cut inside of jit."""
    return stopped(n, linen)


def case(name: str, loss: Callable[..., Any], args: tuple[Any, ...] = TREES, has_aux: bool = False) -> dict[str, Any]:
    """One loss: its text, its leaves in order, and whether each has a gradient other than zeros somewhere."""
    moved = [jax.tree.map(lambda leaf, k=k: leaf + 0.3 * k, args) for k in range(3)]
    gradients = [jax.grad(loss, argnums=tuple(range(len(args))), has_aux=has_aux)(*at) for at in moved]
    trees = [gradient[0] if has_aux else gradient for gradient in gradients]
    by_leaf = zip(*map(jax.tree.leaves, trees), strict=True)
    alive = [any(bool(jnp.any(leaf != 0)) for leaf in leaves) for leaves in by_leaf]
    paths = [jax.tree_util.keystr(path) for path, _ in jax.tree_util.tree_leaves_with_path(args)]
    return {"name": name, "jaxpr": str(jax.make_jaxpr(loss)(*args)), "leaves": paths, "alive": alive}


if __name__ == "__main__":
    write(
        "loss_traces",
        cases=[
            case("right", LOSS),
            case("stop_gradient", stopped),
            case("encoder captured", encoder_captured),
            case("head captured", head_captured),
            case("bias left out", bias_left_out),
            case("rounded", rounded),
            case("one tree", one_tree, BOTH),
            case("has_aux", with_aux, has_aux=True),
            case("where and tanh", swish),
            case("jit", jitted),
            case("jit with stop_gradient", jitted_and_stopped),
        ],
    )
