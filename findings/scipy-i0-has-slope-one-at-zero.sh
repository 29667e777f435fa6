#!/usr/bin/env bash
# jax 0.10.2: the derivative of the modified Bessel function of order 0 at 0, by its two names.
# Guess: 0 for both, the true value, as for cosh.
# Seen: jax.grad(jnp.i0)(0.) is 0, which has a rule of its own; jax.grad(jax.scipy.special.i0)(0.) is 1.0000001, since it
#   is exp(abs(x)) * i0e(x) and abs has slope 1 at 0. The value itself is 1.0000001 in float32, too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp

slopes = [float(jax.grad(f)(0.0)) for f in (jnp.i0, jax.scipy.special.i0)]
print(slopes, float(jnp.i0(0.0)))
assert slopes[0] == 0 and abs(slopes[1] - 1) < 1e-6
assert float(jnp.i0(0.0)) != 1
PYTHON
