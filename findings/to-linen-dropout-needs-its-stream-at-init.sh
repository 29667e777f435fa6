#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: init(key, x) with a plain key, for a module with Dropout in training mode.
# Guess: works through to_linen too, since Linen's make_rng("dropout") falls back to the params key.
# Seen: nn.Dropout draws from the params key; nnx.Dropout inside to_linen raises KeyError "No RngStream
#   named 'dropout' found in Rngs.". With {"params": key, "dropout": key} it works.
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

x, key = jnp.ones((2, 3)), jax.random.key(0)
print(nn.Dropout(0.5, deterministic=False).init_with_output(key, x)[0])
bridged = nnx.bridge.to_linen(nnx.Dropout, 0.5)
try:
    bridged.init(key, x)
except KeyError as error:
    print(error)
    assert "No RngStream named 'dropout'" in str(error)
else:
    raise SystemExit("a plain key is now enough")
assert bridged.init({"params": key, "dropout": key}, x) == {}
PYTHON
