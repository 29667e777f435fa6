#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: what nnx.state holds of nnx.bridge.ToNNX(nn.Dense(3), rngs=...) after lazy_init.
# Guess: the two parameters, as for nnx.Linear, so that an update over the whole state trains it.
# Seen: the wrapper's Rngs stand beside them as to_nnx__rngs, a typed key and a uint32 count. A subtraction mapped over
#   the whole state raises for the key, and jax.grad over it refuses the count; nnx.grad and nnx.state(head, nnx.Param)
#   take the parameters alone.
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

x = jnp.ones((1, 2))
head = nnx.bridge.ToNNX(nn.Dense(3), rngs=nnx.Rngs(0)).lazy_init(x)
graphdef, state = nnx.split(head)
print(sorted(nnx.to_pure_dict(state)))
assert sorted(nnx.to_pure_dict(state)) == ["bias", "kernel", "to_nnx__rngs"]


def refusal(action):
    try:
        action()
    except TypeError as error:
        return str(error)


step = refusal(lambda: jax.tree.map(lambda leaf: leaf - 0.1, state))
gradient = refusal(lambda: jax.grad(lambda tree: nnx.merge(graphdef, tree)(x).sum())(state))
print(step, gradient, sep="\n")
assert "key<fry>" in step and "uint32" in gradient
assert sorted(nnx.to_pure_dict(nnx.grad(lambda model: model(x).sum())(head))) == ["bias", "kernel"]
assert sorted(nnx.to_pure_dict(nnx.state(head, nnx.Param))) == ["bias", "kernel"]
PYTHON
