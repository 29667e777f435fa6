#!/usr/bin/env bash
# jax 0.10.2 on the CPU: jnp.cbrt and lax.cbrt of positive float32 numbers below the smallest normal one, 1.2e-38.
# Guess: the cube root, 4.6e-14 for 1e-40, or 0 where such numbers count as 0, as in other functions.
# Seen: -5.6e-16, a negative number, for each of them; from 1.2e-38 on the root is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
from jax import lax

small = jnp.array([1e-40, 1e-39, 1e-38])
print(lax.cbrt(small), jnp.cbrt(small), jnp.cbrt(jnp.float32(2e-38)))
assert (lax.cbrt(small) < 0).all()
assert (jnp.cbrt(small) < 0).all()
assert abs(float(jnp.cbrt(jnp.float32(2e-38))) / 2e-38 ** (1 / 3) - 1) < 1e-5
PYTHON
