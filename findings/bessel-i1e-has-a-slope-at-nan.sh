#!/usr/bin/env bash
# jax 0.10.2: jax.grad(jax.lax.bessel_i1e)(nan).
# Guess: nan, as the value is, and as the slope of bessel_i0e is.
# Seen: 0.5, the slope at 0: what guards small x takes that for every x that is not larger than epsilon, and nan is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp

value = float(jax.lax.bessel_i1e(jnp.nan))
slopes = {f.__name__: float(jax.grad(f)(jnp.nan)) for f in (jax.lax.bessel_i0e, jax.lax.bessel_i1e)}
print(value, slopes)
assert value != value and slopes["bessel_i0e"] != slopes["bessel_i0e"]
assert slopes["bessel_i1e"] == 0.5
PYTHON
