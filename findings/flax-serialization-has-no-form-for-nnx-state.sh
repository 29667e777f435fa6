#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: flax.serialization.to_bytes over nnx.state(model) and over tuples.
# Guess: State is Flax's own, so Flax's own serialization writes it as it writes Linen's variables.
# Seen: "can not serialize 'State' object"; the pure dictionary is written. A tuple is written by to_bytes, as a
#   dictionary of "0", "1", ..., but msgpack_serialize, to which to_bytes passes it, refuses a tuple itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
from flax import nnx, serialization

state = nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))


def refusal(action):
    try:
        action()
    except TypeError as error:
        return str(error)


texts = [
    refusal(lambda: serialization.to_bytes(state)),
    refusal(lambda: serialization.msgpack_serialize({"halves": (jnp.ones(1), jnp.ones(2))})),
]
print(texts)
assert texts == ["can not serialize 'State' object", "can not serialize 'tuple' object"]
restored = serialization.msgpack_restore(serialization.to_bytes(nnx.to_pure_dict(state)))
assert sorted(restored) == ["bias", "kernel"]
halves = serialization.msgpack_restore(serialization.to_bytes((jnp.ones(1), jnp.ones(2))))
assert sorted(halves) == ["0", "1"]
PYTHON
