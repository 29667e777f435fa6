#!/usr/bin/env bash
# jax 0.10.2 on the CPU: the value that jax.vjp, jvp and value_and_grad give for x / 10, beside x / 10 itself.
# Guess: the same numbers, since the value of a function does not depend on whether its gradient is asked for.
# Seen: of 1 / 10 ... 59 / 10 eleven differ in the last bit. Called directly, and in jit, vmap and lax.map, an array divided by
#   a number is multiplied by the number's float32 reciprocal; where it is differentiated the number has the array's
#   shape, and each element is divided, as in NumPy.
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


def tenth(x):
    return x / 10


x = jnp.arange(1.0, 60.0)
plain = tenth(x)
others = {
    "jit": jax.jit(tenth)(x),
    "vmap": jax.vmap(tenth)(x),
    "lax.map": jax.lax.map(tenth, x),
    "vjp": jax.vjp(tenth, x)[0],
    "jvp": jax.jvp(tenth, (x,), (x,))[0],
    "NumPy": np.asarray(x) / np.float32(10),
}
differ = {name: int((plain != value).sum()) for name, value in others.items()}
print(differ)
assert differ == {"jit": 0, "vmap": 0, "lax.map": 0, "vjp": 11, "jvp": 11, "NumPy": 11}
PYTHON
