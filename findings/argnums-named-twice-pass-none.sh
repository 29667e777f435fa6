#!/usr/bin/env bash
# jax 0.10.2: jax.grad and jax.value_and_grad with argnums that name an argument twice, such as (0, 0) or (-1, 1).
# Guess: an error about argnums, or the same gradient twice.
# Seen: the function is called with None in that argument. Where it does not read it, the result is a value and the
#   gradients (0, None); True counts as 1, so (1, True) is such a pair too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax

seen = []


def loss(x, y):
    seen.append((x, y))
    return x * 2.0


value, gradients = jax.value_and_grad(loss, argnums=(1, 1))(2.0, 3.0)
print(value, gradients, seen)
assert seen == [(2.0, None)]
assert value == 4.0 and gradients[0] == 0.0 and gradients[1] is None
for argnums in [(0, 0), (0, -2), (0, False)]:
    try:
        jax.grad(lambda x, y: x * y, argnums)(2.0, 3.0)
    except TypeError as error:
        print(argnums, error)
        assert "NoneType" in str(error)
    else:
        raise AssertionError("a gradient was taken")
assert jax.grad(lambda x, y: x * y, True)(2.0, 3.0) == 2.0
PYTHON
