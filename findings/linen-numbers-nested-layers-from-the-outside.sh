#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: names in a compact module that returns Dense(2)(relu(Dense(4)(x))) in one expression.
# Guess: Dense_0 is the layer that x meets first, so its kernel has x's width.
# Seen: Python makes the outer layer before it evaluates its argument, so Dense_0 is the last one, kernel (4, 2), and
#   Dense_1 the first, kernel (3, 4). Layers of nnx.bridge.to_linen are numbered in the same way.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from flax import linen as nn, nnx


class Dense(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(2)(nn.relu(nn.Dense(4)(x)))


class Bridged(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nnx.bridge.to_linen(nnx.Linear, 4, 2)(nnx.bridge.to_linen(nnx.Linear, 3, 4)(x))


def kernels(module):
    params = module.init(jax.random.key(0), jnp.ones((1, 3)))["params"]
    return {name: layer["kernel"].shape for name, layer in sorted(params.items())}


print(kernels(Dense()), kernels(Bridged()))
assert kernels(Dense()) == {"Dense_0": (4, 2), "Dense_1": (3, 4)}
assert kernels(Bridged()) == {"ToLinen_0": (4, 2), "ToLinen_1": (3, 4)}
PYTHON
