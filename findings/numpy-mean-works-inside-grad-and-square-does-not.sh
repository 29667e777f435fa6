#!/usr/bin/env bash
# jax 0.10.2, numpy: np.mean and np.square of a traced array inside jax.grad.
# Guess: both raise TracerArrayConversionError.
# Seen: np.mean and np.sum call the array's own method of that name, so they are traced and differentiated; np.square
#   converts and raises. A loss with np.mean trains, and the same file with np.square does not run.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np

x = jnp.array([1.0, 3.0])
got = jax.grad(lambda v: np.mean(v * v))(x)
print(got)
assert got.tolist() == [1.0, 3.0]
try:
    jax.grad(lambda v: np.square(v).sum())(x)
except jax.errors.TracerArrayConversionError as error:
    print(type(error).__name__)
else:
    raise SystemExit("np.square is traced now")
PYTHON
