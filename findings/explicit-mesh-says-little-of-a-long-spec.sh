#!/usr/bin/env bash
# jax 0.10.2, one CPU device: device_put with a spec of two axes for an array of one.
# Guess: the same error, which names the sharding and the rank, whatever the types of the mesh's axes.
# Seen: with Auto axes a ValueError that says so; with Explicit ones (what jax.make_mesh makes) an AssertionError whose
#   whole text is (1, P('data', 'model')).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P


def told(mesh):
    try:
        jax.device_put(jnp.ones(3), NamedSharding(mesh, P("data", "model")))
    except (AssertionError, ValueError) as error:
        return type(error).__name__, str(error)
    return None, ""


auto = told(jax.make_mesh((1, 1), ("data", "model"), axis_types=(AxisType.Auto,) * 2))
explicit = told(jax.make_mesh((1, 1), ("data", "model")))
print(auto, explicit)
assert auto[0] == "ValueError" and "rank at least 2" in auto[1]
assert explicit == ("AssertionError", "(1, P('data', 'model'))")
PYTHON
