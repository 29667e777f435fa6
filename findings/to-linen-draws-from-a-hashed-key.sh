#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: the weights of nnx.bridge.to_linen(nnx.Linear, 3, 4).init(key, x).
# Guess: those of nnx.Linear(3, 4, rngs=nnx.Rngs(params=key)), since the key is passed on.
# Seen: Linen folds its path and counter into the key first, so they are those of
#   nnx.Linear(3, 4, rngs=nnx.Rngs(params=k)) where k is what make_rng("params") gives at the root.
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


class FirstKey(nn.Module):
    @nn.compact
    def __call__(self):
        return self.make_rng("params")


x, key = jnp.ones((2, 3)), jax.random.key(0)
kernel = nnx.bridge.to_linen(nnx.Linear, 3, 4).init(key, x)["params"]["kernel"]


def same(k):
    return bool((nnx.Linear(3, 4, rngs=nnx.Rngs(params=k)).kernel[...] == kernel).all())


hashed = FirstKey().apply({}, rngs={"params": key})
print({"the key itself": same(key), "make_rng's key": same(hashed)})
assert not same(key) and same(hashed)
PYTHON
