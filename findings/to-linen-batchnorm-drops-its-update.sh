#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: training mode without mutable=["batch_stats"].
# Guess: ModifyScopeVariableError, as nn.BatchNorm raises.
# Seen: nnx.BatchNorm inside to_linen normalises with the batch and says nothing; its new statistics
#   are lost. Linen's own BatchNorm raises on the same call.
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

x, key = jnp.arange(6.0).reshape(2, 3), jax.random.key(0)
bridged = nnx.bridge.to_linen(nnx.BatchNorm, 3)
variables = bridged.init(key, x)
out = bridged.apply(variables, x)
print(out[0], variables["batch_stats"]["mean"])
assert jnp.allclose(out.mean(0), 0, atol=1e-5)  # the batch's own statistics were used
linen = nn.BatchNorm(use_running_average=False)
try:
    linen.apply(linen.init(key, x), x)
except Exception as error:
    print(type(error).__name__)
    assert type(error).__name__ == "ModifyScopeVariableError"
else:
    raise SystemExit("Linen's BatchNorm no longer raises")
PYTHON
