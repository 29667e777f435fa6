#!/usr/bin/env bash
# safetensors 0.8.0, jax 0.10.2 with its default 32 bits: loading an int64 tensor that holds 2**40 + 5.
# Guess: OverflowError, or at least a warning, as jnp.array gives for a Python int that does not fit.
# Seen: int32 and the number 5. A step counter or token offset of another framework is cut silently.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8" "safetensors==0.8.0"
venv/bin/python - <<'PYTHON'
import numpy as np
from safetensors.flax import load
from safetensors.numpy import save

got = load(save({"offset": np.array([2**40 + 5])}))["offset"]
print(got, got.dtype)
assert got.dtype == np.int32 and int(got[0]) == 5
PYTHON
