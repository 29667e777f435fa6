#!/usr/bin/env bash
# jax 0.10.2: what jax.test_util.check_grads says of a float32 loss, its tolerances being those it chooses.
# Guess: a right gradient passes and a gradient of zeros fails, wherever the loss lies and however small it is.
# Seen: a right gradient fails once 1000 is added to the loss (the difference of two losses keeps too few digits),
#   and a gradient of zeros passes for 1e-4 times that loss: 0.002 is an absolute tolerance too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
JAX_PLATFORMS=cpu venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from jax.test_util import check_grads

x = jnp.array([0.3, 1.2, -0.7])


def with_slope(scale, height, factor):
    """The loss height + scale · Σ sin x, with factor · its gradient in the gradient's place."""

    @jax.custom_vjp
    def loss(x):
        return height + scale * jnp.sum(jnp.sin(x))

    loss.defvjp(lambda x: (loss(x), x), lambda x, g: (factor * scale * g * jnp.cos(x),))
    return loss


def passes(loss):
    try:
        check_grads(loss, (x,), order=1, modes=["rev"])
    except AssertionError:
        return False
    return True


seen = {
    "right": passes(with_slope(1.0, 0.0, 1.0)),
    "zeros": passes(with_slope(1.0, 0.0, 0.0)),
    "right, loss + 1000": passes(with_slope(1.0, 1000.0, 1.0)),
    "zeros, loss · 1e-4": passes(with_slope(1e-4, 0.0, 0.0)),
}
print(seen)
assert seen == {"right": True, "zeros": False, "right, loss + 1000": False, "zeros, loss · 1e-4": True}
PYTHON
