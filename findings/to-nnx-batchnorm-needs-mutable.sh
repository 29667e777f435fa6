#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: calling a Linen BatchNorm inside nnx.bridge.ToNNX in training mode.
# Guess: as nnx.BatchNorm does, it normalises with the batch and moves its statistics, since the wrapper holds them.
# Seen: the call raises ModifyScopeVariableError, as Linen's apply does. With mutable=["batch_stats"] it works, gives the
#   output alone (Linen's apply gives a pair) and moves the wrapper's own statistics.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
from flax import errors, linen as nn, nnx

x = jnp.arange(12.0).reshape(4, 3)
layer = nnx.bridge.ToNNX(nn.BatchNorm(use_running_average=False), rngs=nnx.Rngs(0))
layer.lazy_init(x)
before = layer.mean[...]
try:
    layer(x)
except errors.ModifyScopeVariableError as error:
    print(str(error)[:80])
else:
    raise AssertionError("it ran")
out = layer(x, mutable=["batch_stats"])
print(type(out).__name__, before, layer.mean[...])
assert out.shape == (4, 3) and bool((layer.mean[...] != before).all())
PYTHON
