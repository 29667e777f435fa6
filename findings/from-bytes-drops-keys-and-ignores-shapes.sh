#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: flax.serialization.from_bytes(target, data) where the data has one leaf more, another shape
#   and another dtype than the target.
# Guess: it raises, as it does for a leaf that is missing.
# Seen: the leaf that the target lacks is dropped without a word; shape and dtype are those of the data, whatever the
#   target says, and the leaves are NumPy arrays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
import numpy as np
from flax import serialization

data = serialization.to_bytes({"kernel": jnp.ones((5,)), "scale": jnp.ones(1)})
target = {"kernel": jnp.ones((2, 3), jnp.bfloat16)}
restored = serialization.from_bytes(target, data)
kernel = restored["kernel"]
print(sorted(restored), kernel.shape, kernel.dtype, type(kernel).__name__)
assert sorted(restored) == ["kernel"] and type(kernel) is np.ndarray
assert kernel.shape == (5,) and kernel.dtype == np.float32
try:
    serialization.from_bytes({"kernel": jnp.ones(5), "bias": jnp.ones(1)}, data)
    text = None
except ValueError as error:
    text = str(error)
print(text)
assert text is not None and "bias" in text
PYTHON
