#!/usr/bin/env bash
# orbax-checkpoint 0.12.8, jax 0.10.2: {0: ..., 1: ...}, the layers of an nnx.List as a pure dict.
# Guess: integer keys come back as integers, or are refused.
# Seen: without a target they come back as "0" and "1", so the tree no longer matches the one that was saved.
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


again = keeper.restore(save("layers", {0: jnp.ones(2), 1: jnp.zeros(2)}))
print(list(again))
assert list(again) == ["0", "1"]
PYTHON
