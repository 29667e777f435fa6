#!/usr/bin/env bash
# optax 0.2.8, flax 0.12.8, jax 0.10.2: add_decayed_weights(0.1, mask={"kernel": True, "bias": False}) over nnx.state.
# Guess: it decays the kernel, since State reads like a dictionary and the same mask fits Linen's params.
# Seen: a pytree structure error, for dict and State are different nodes; the mask fits after nnx.to_pure_dict.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
import optax
from flax import nnx

state = nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))
decay = optax.add_decayed_weights(0.1, mask={"kernel": True, "bias": False})
try:
    decay.update(state, decay.init(state), state)
    text = None
except ValueError as error:
    text = str(error)
print(text)
assert text is not None and "different types" in text
plain = nnx.to_pure_dict(state)
zeros = {name: jnp.zeros_like(value) for name, value in plain.items()}
updates, _ = decay.update(zeros, decay.init(plain), plain)
assert bool(jnp.allclose(updates["kernel"], 0.1 * plain["kernel"])) and not updates["bias"].any()
PYTHON
