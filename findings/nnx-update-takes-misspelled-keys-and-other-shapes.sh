#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: nnx.update(model, {...}) with a key the model lacks, or an array of another shape.
# Guess: an error that names the key or the shapes.
# Seen: neither is checked. {"kernal": a} makes a bare attribute `kernal` beside the untouched kernel, and
#   {"bias": ones(5)} puts a bias of shape (5,) into a layer of two outputs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax.numpy as jnp
from flax import nnx

model = nnx.Linear(3, 2, rngs=nnx.Rngs(0))
before = model.kernel[...]
nnx.update(model, {"kernal": jnp.zeros((3, 2))})
nnx.update(model, {"bias": jnp.ones(5)})
print(type(model.kernal).__name__, model.bias.shape)
assert (model.kernel[...] == before).all()
assert not isinstance(model.kernal, nnx.Variable) and model.bias.shape == (5,)
PYTHON
