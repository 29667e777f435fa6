#!/usr/bin/env bash
# jax 0.10.2, flax 0.12.8: an nnx.Param handed as it is to functions of jax.lax.
# Guess: all take it, as jax.numpy's functions do, or none does.
# Seen: lax.exp, lax.add, lax.dot and lax.reshape raise a ValueError about __jax_array__; lax.convert_element_type, full_like
#   and scan take it and give arrays; lax.stop_gradient gives a Param back, since it maps over trees, and a Param is one.
#   lax.cond takes it too, but a branch that computes with it gives another tree than one that hands it through.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from flax import nnx
from jax import lax

param = nnx.Param(jnp.ones(2))


def outcome(f):
    try:
        result = f()
    except (TypeError, ValueError) as error:
        return type(error).__name__
    return type(result).__name__


seen = {
    "jnp.exp": outcome(lambda: jnp.exp(param)),
    "exp": outcome(lambda: lax.exp(param)),
    "add": outcome(lambda: lax.add(param, param)),
    "dot": outcome(lambda: lax.dot(param, param)),
    "reshape": outcome(lambda: lax.reshape(param, (2, 1))),
    "convert_element_type": outcome(lambda: lax.convert_element_type(param, jnp.bfloat16)),
    "full_like": outcome(lambda: lax.full_like(param, 2.0)),
    "scan": outcome(lambda: lax.scan(lambda c, x: (c + x, c), 0.0, param)[0]),
    "stop_gradient": outcome(lambda: lax.stop_gradient(param)),
    "cond": outcome(lambda: lax.cond(True, lambda x: x * 2, lambda x: x, param)),
    "cond of x * 1": outcome(lambda: lax.cond(True, lambda x: x * 2, lambda x: x * 1, param)),
}
print(seen)
array = type(jnp.ones(2)).__name__
assert {name for name, kind in seen.items() if kind == "ValueError"} == {"exp", "add", "dot", "reshape"}
assert {name for name, kind in seen.items() if kind == array} == {
    "jnp.exp", "convert_element_type", "full_like", "scan", "cond of x * 1"
}
assert seen["stop_gradient"] == "Param" and seen["cond"] == "TypeError"
PYTHON
