#!/usr/bin/env bash
# orbax-checkpoint 0.12.8, flax 0.12.8: a checkpoint of nnx.state(model), read without a target.
# Guess: {"kernel": array}, the same tree as nnx.to_pure_dict(state) gives.
# Seen: {"kernel": {"value": array}}. And a checkpoint of the pure dict does not restore into a State:
#   a ValueError says that the structures do not match.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8" "orbax-checkpoint==0.12.8"
venv/bin/python - <<'PYTHON'
import logging
import tempfile

import jax
import jax.numpy as jnp
import orbax.checkpoint as ocp

logging.disable(logging.WARNING)
folder = tempfile.mkdtemp()
keeper = ocp.StandardCheckpointer()


def save(name, tree):
    keeper.save(f"{folder}/{name}", tree)
    keeper.wait_until_finished()
    return f"{folder}/{name}"


from flax import nnx

state = nnx.state(nnx.Linear(3, 2, rngs=nnx.Rngs(0)))
raw = keeper.restore(save("state", state))
print(jax.tree.map(jnp.shape, raw))
assert list(raw["kernel"]) == ["value"]
pure = save("pure", nnx.to_pure_dict(state))
try:
    keeper.restore(pure, state)
except ValueError as error:
    print(str(error)[:160])
    assert "tree structures do not match" in str(error) or "not found" in str(error)
else:
    raise SystemExit("a pure dict restores into a State now")
PYTHON
