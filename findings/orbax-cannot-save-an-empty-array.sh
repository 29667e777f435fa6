#!/usr/bin/env bash
# orbax-checkpoint 0.12.8, jax 0.10.2: a tree with a leaf of shape (0, 3), such as an empty replay buffer or a
#   layer without features.
# Guess: saved like any other array; msgpack of Flax, .npz and safetensors all do.
# Seen: ValueError "Cannot save arrays with zero size".
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


try:
    save("empty", {"w": jnp.zeros((0, 3))})
except ValueError as error:
    print(error)
    assert "zero size" in str(error)
else:
    raise SystemExit("empty arrays are saved now")
PYTHON
