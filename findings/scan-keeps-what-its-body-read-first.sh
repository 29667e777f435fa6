#!/usr/bin/env bash
# jax 0.10.2: lax.scan outside of jit, with one function as its body in several calls, which reads a global variable.
# Guess: each call reads the variable as it is then, as calls of the function itself do; only jax.jit keeps a trace.
# Seen: the first value stays: the body is traced once for its types, and later calls run that trace, also lax.cond,
#   while_loop and fori_loop. A body that reads the weights from a variable works in the first jax.grad, and in the
#   second one raises UnexpectedTracerError; a lambda, which is a new function each time, does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from jax import lax

rate = 2.0
xs = jnp.arange(3.0)


def body(carry, x):
    return carry + x * rate, None


first, _ = lax.scan(body, 0.0, xs)
rate = 3.0
second, _ = lax.scan(body, 0.0, xs)
third, _ = lax.scan(lambda carry, x: body(carry, x), 0.0, xs)
print(first, second, third)
assert (first, second, third) == (6.0, 6.0, 9.0)

weights = None


def step(carry, x):
    return carry + x * weights, None


def loss(w):
    global weights
    weights = w
    return lax.scan(step, 0.0, xs)[0]


print(jax.grad(loss)(2.0))
try:
    print(jax.grad(loss)(2.0))
except jax.errors.UnexpectedTracerError as error:
    print(str(error).splitlines()[0])
else:
    raise AssertionError("the second gradient was taken")
PYTHON
