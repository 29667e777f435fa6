"""Records training of the mixed model on y = |x| with each half frozen or scaled: losses, and what is predicted."""

from __future__ import annotations

from typing import Any

from mixed_step import mixed_parts
from recording import write

import jax
import jax.numpy as jnp

AT_STEPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500]
PREDICTED_AFTER = 300
# How far each leaf moves, in units of lr · gradient: the kernel and bias of the encoder, then of the head.
FACTORS = {
    "both": [1, 1, 1, 1],
    "NNX only": [1, 1, 0, 0],
    "Linen only": [0, 0, 1, 1],
    "neither": [0, 0, 0, 0],
    "scaled": [0.5, 0.5, 0.25, 0.25],
    "kernels only": [1, 0, 1, 0],
}


def train(seed: int, lr: float, factors: list[float]) -> dict[str, Any]:
    """Losses before some of 500 steps, and the predictions before one of them."""
    x = jnp.linspace(-1.0, 1.0, 16).reshape(16, 1)
    y = jnp.abs(x)
    n, linen, loss = mixed_parts(float(seed), x, y)
    nk, nb, lk, lb = (lr * factor for factor in factors)
    head = linen["params"]

    @jax.jit
    def step(n: Any, head: Any) -> Any:
        value, (gn, gl) = jax.value_and_grad(lambda n, h: loss(n, {"params": h}), argnums=(0, 1))(n, head)
        moved = {"kernel": n["kernel"] - nk * gn["kernel"], "bias": n["bias"] - nb * gn["bias"]}
        other = {"kernel": head["kernel"] - lk * gl["kernel"], "bias": head["bias"] - lb * gl["bias"]}
        return value, moved, other

    losses, predictions = [], []
    for at in range(AT_STEPS[-1] + 1):
        value, moved, other = step(n, head)
        if at in AT_STEPS:
            losses.append(float(value))
        if at == PREDICTED_AFTER:
            h = jax.nn.relu(x @ n["kernel"] + n["bias"])
            predictions = [float(v) for v in (h @ head["kernel"] + head["bias"]).ravel()]
        n, head = moved, other
    return {"losses": losses, "predictions": predictions}


if __name__ == "__main__":
    write(
        "half_frozen",
        at_steps=AT_STEPS,
        cases=[
            {"seed": seed, "lr": lr, "run": run, "factors": factors, **train(seed, lr, factors)}
            for seed, lr in [(3, 0.1), (3, 0.02), (0, 0.1), (7, 0.05)]
            for run, factors in FACTORS.items()
        ],
    )
