#!/usr/bin/env bash
# safetensors 0.8.0, jax 0.10.2, flax 0.12.8: a float8_e4m3fn array through safetensors.flax.
# Guess: what save accepts load gives back.
# Seen: save writes it; load of those bytes raises KeyError 'F8_E4M3'.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8" "safetensors==0.8.0"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
from safetensors.flax import load, save

data = save({"kernel": jnp.ones(2, jnp.float8_e4m3fn)})
try:
    load(data)
except KeyError as error:
    print("KeyError", error)
    assert error.args == ("F8_E4M3",)
else:
    raise SystemExit("it can be read now")
PYTHON
