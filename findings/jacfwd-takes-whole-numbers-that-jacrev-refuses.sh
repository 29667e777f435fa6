#!/usr/bin/env bash
# jax 0.10.2: Jacobians of functions whose result is a whole number or a bool.
# Guess: jax.jacfwd and jax.jacrev give the same, or both refuse.
# Seen: jacrev raises a TypeError about real-valued outputs. jacfwd gives int32 zeros, and for a bool that depends on
#   nothing it fails inside, with "a bytes-like object is required, not 'int'".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp


def rounded(x):
    return (x * 2).astype(int)


forward = jax.jacfwd(rounded)(jnp.ones(2))
print(repr(forward))
assert forward.dtype == jnp.int32 and not forward.any() and forward.shape == (2, 2)
try:
    jax.jacrev(rounded)(jnp.ones(2))
except TypeError as error:
    print(error)
    assert "real-valued outputs" in str(error)
else:
    raise AssertionError("jacrev took it")
try:
    jax.jacfwd(lambda x: True)(1.0)
except TypeError as error:
    print(error)
    assert "bytes-like" in str(error)
else:
    raise AssertionError("jacfwd took the bool")
PYTHON
