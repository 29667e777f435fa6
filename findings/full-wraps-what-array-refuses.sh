#!/usr/bin/env bash
# jax 0.10.2: whole numbers beyond 32 bits, given to jnp.full and to other functions that make arrays.
# Guess: an OverflowError, as from jnp.array, jnp.asarray and jnp.where.
# Seen: jnp.full and jnp.full_like repeat the lowest 32 bits without a word: 2**31 becomes -2147483648 and 10**12
#   becomes -727379968.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp


def refused(make):
    try:
        make()
    except OverflowError:
        return True
    return False


print(jnp.full(2, 2**31), jnp.full(2, 10**12), jnp.full_like(jnp.arange(2), 2**31))
assert jnp.full(2, 2**31).tolist() == [-(2**31)] * 2
assert jnp.full(2, 10**12).tolist() == [-727379968] * 2
assert jnp.full_like(jnp.arange(2), 2**31).tolist() == [-(2**31)] * 2
assert refused(lambda: jnp.array(2**31))
assert refused(lambda: jnp.asarray([10**12]))
assert refused(lambda: jnp.where(True, 2**31, 0))
assert refused(lambda: jnp.arange(2) + 2**31)
PYTHON
