"""Times the bench's training step in real JAX; scripts/bench/real-jax.mjs runs it where JAX is installed.

Reads problems as JSON from standard input and writes, for each, milliseconds a step and the first losses.
"""

import json
import math
import sys
import time
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

Step = Callable[..., tuple[Any, Any, Any, Any]]


def problem_data(problem: dict[str, Any]) -> dict[str, Any]:
    """The same numbers as page/problem.ts makes, from the same sequence."""
    state = 12345

    def draw(shape: list[int], scale: float) -> Any:
        nonlocal state
        values = np.zeros(math.prod(shape), np.float32)
        for index in range(values.size if scale else 0):
            state = (state * 1664525 + 1013904223) % 2**32
            values[index] = (state / 2**32 - 0.5) * math.sqrt(12) * scale
        return jnp.asarray(values.reshape(shape))

    rows = [] if problem["batch"] is None else [problem["batch"]]
    inputs, hidden, outputs = problem["input"], problem["hidden"], problem["output"]
    return {
        "x": draw([*rows, inputs], 1),
        "y": draw([*rows, outputs], 1),
        "encoder": {"kernel": draw([inputs, hidden], 1 / math.sqrt(inputs)), "bias": draw([hidden], 0)},
        "head": {"kernel": draw([hidden, outputs], 1 / math.sqrt(hidden)), "bias": draw([outputs], 0)},
    }


def loss(encoder: Any, head: Any, x: Any, y: Any) -> Any:
    """Mean squared error of two layers."""
    hidden = jax.nn.relu(x @ encoder["kernel"] + encoder["bias"])
    return jnp.mean(jnp.square(hidden @ head["kernel"] + head["bias"] - y))


def train_step(lr: float) -> Step:
    """Both losses, gradients of two trees, SGD on both."""

    def step(encoder: Any, head: Any, x: Any, y: Any) -> tuple[Any, Any, Any, Any]:
        before, grads = jax.value_and_grad(loss, argnums=(0, 1))(encoder, head, x, y)
        encoder, head = jax.tree.map(lambda leaf, grad: leaf - lr * grad, (encoder, head), grads)
        return encoder, head, before, loss(encoder, head, x, y)

    return step


def timed(step: Step, data: dict[str, Any], steps: int) -> tuple[float, list[float]]:
    """Milliseconds a step with both losses read after each, and the last of them."""
    encoder, head = data["encoder"], data["head"]
    losses: list[float] = []
    begin = time.perf_counter()
    for _ in range(steps):
        encoder, head, before, after = step(encoder, head, data["x"], data["y"])
        losses = [float(before), float(after)]
    return (time.perf_counter() - begin) * 1000 / steps, losses


def measure(problem: dict[str, Any], steps: int, turns: int) -> dict[str, Any]:
    """Medians over turns, eager and jitted in turns."""
    data = problem_data(problem)
    eager = train_step(problem["lr"])
    variants = {"eager": eager, "jit": jax.jit(eager)}
    losses = {name: timed(step, data, 1)[1] for name, step in variants.items()}
    times: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(turns):
        for name, step in variants.items():
            times[name].append(timed(step, data, steps)[0])
    return {name: {"ms": sorted(times[name])[turns // 2], "losses": losses[name]} for name in variants}


def main() -> None:
    """Measures every problem that came in."""
    request = json.load(sys.stdin)
    results = [measure(problem, request["steps"], request["turns"]) for problem in request["problems"]]
    json.dump({"version": jax.__version__, "results": results}, sys.stdout)


if __name__ == "__main__":
    main()
