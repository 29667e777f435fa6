#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: the paths that jax.tree_util gives for the leaves of nnx.state(layer).
# Guess: ['kernel'] and ['bias'], the keys by which the state is read and by which nnx.to_pure_dict names them.
# Seen: ['kernel'].value and ['bias'].value. The leaves of a state are the arrays inside its variables, one level below
#   what nnx.to_flat_state lists, so that a table of learning rates by path fits either the state or the plain dict.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
from flax import nnx


def paths(tree):
    return [jax.tree_util.keystr(path) for path, _ in jax.tree_util.tree_leaves_with_path(tree)]


state = nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))
flat = [path for path, _ in nnx.to_flat_state(state)]
print(paths(state), paths(nnx.to_pure_dict(state)), flat)
assert paths(state) == ["['bias'].value", "['kernel'].value"]
assert paths(nnx.to_pure_dict(state)) == ["['bias']", "['kernel']"]
assert flat == [("bias",), ("kernel",)]
PYTHON
