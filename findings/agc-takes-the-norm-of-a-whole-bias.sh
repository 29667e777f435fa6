#!/usr/bin/env bash
# optax 0.2.8, jax 0.10.2: adaptive_grad_clip(0.1) for a bias of ones, gradient [3, 0.01].
# Guess: unit by unit, each entry against its own weight: [0.1, 0.01].
# Seen: a vector is one unit: the limit is 0.1 times the norm of the whole bias, so both entries are scaled
#   together to [0.14142, 0.00047]. The small one shrinks by the factor of the large one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
import numpy as np
import optax

params = {"bias": jnp.ones(2)}
clip = optax.adaptive_grad_clip(0.1)
updates, _ = clip.update({"bias": jnp.array([3.0, 0.01])}, clip.init(params), params)
print(updates["bias"])
np.testing.assert_allclose(updates["bias"], [0.14142057, 0.0004714], rtol=1e-4)
PYTHON
