#!/usr/bin/env bash
# optax 0.2.8, jax 0.10.2: the first step of optax.adam(1.0) for a gradient of 3, in float32.
# Guess: -1 to the last digit or two, since both moments are corrected and eps is 1e-8.
# Seen: -0.9999934, 111 units in the last place away: the moment is scaled by 1 - 0.999 in double precision, its correction
#   divides by 1 - float32(0.999), which is 1.3e-5 of itself smaller, and the root halves that; with jax_enable_x64 the step is -1 within 1e-8.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np
import optax

optimizer = optax.adam(1.0)
gradient = jnp.float32(3.0)
step, _ = optimizer.update(gradient, optimizer.init(jnp.float32(0.0)))
short = (1 + float(step)) / np.finfo(np.float32).epsneg
print(repr(step), short, "units in the last place")
assert abs(float(step) + 0.9999934) < 1e-7 and 100 < short < 120
with jax.enable_x64(True):
    gradient = jnp.float64(3.0)
    exact, _ = optimizer.update(gradient, optimizer.init(jnp.float64(0.0)))
    print(repr(exact))
    assert abs(float(exact) + 1) < 1e-8
PYTHON
