#!/usr/bin/env bash
# jax 0.10.2: jax.linear_transpose of v -> 2 * v + 1, which is not linear.
# Guess: an error, since the documentation asks for a linear function and v -> v * v is refused.
# Seen: no error: the constant is dropped and the transpose of 2 * v comes back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp

x = jnp.ones(2)
(got,) = jax.linear_transpose(lambda v: 2 * v + 1, x)(x)
print(got)
assert (got == 2).all()
try:
    jax.linear_transpose(lambda v: v * v, x)(x)
except Exception as error:
    print(type(error).__name__)
else:
    raise SystemExit("a square is taken, too")
PYTHON
