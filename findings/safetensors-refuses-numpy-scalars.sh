#!/usr/bin/env bash
# safetensors 0.8.0, numpy 2.4.6: a loss or learning rate kept as np.float32(2).
# Guess: saved as a tensor of shape (), like jnp.float32(2) through safetensors.flax.
# Seen: AttributeError "'numpy.float32' object has no attribute 'ctypes'"; np.asarray(np.float32(2)) works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "numpy==2.4.6" "safetensors==0.8.0"
venv/bin/python - <<'PYTHON'
import numpy as np
from safetensors.numpy import load, save

try:
    save({"lr": np.float32(2)})
except AttributeError as error:
    print(error)
    assert "ctypes" in str(error)
else:
    raise SystemExit("scalars are taken now")
assert load(save({"lr": np.asarray(np.float32(2))}))["lr"].shape == ()
PYTHON
