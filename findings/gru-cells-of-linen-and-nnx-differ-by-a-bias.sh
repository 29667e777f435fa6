#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: GRUCell(5) of Linen and of NNX, on inputs of 3 features.
# Guess: the two are one cell, so that a Linen cell's weights, laid side by side, are an NNX cell's.
# Seen: Linen's has a bias more (hn, inside the reset gate) that NNX's has no place for: 140 numbers against 135.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
from flax import linen as nn, nnx

x = jnp.ones((1, 3))
linen = nn.GRUCell(5)
variables = linen.init(jax.random.key(0), jnp.zeros((1, 5)), x)["params"]
cell = nnx.GRUCell(3, 5, rngs=nnx.Rngs(0))
here = sum(leaf.size for leaf in jax.tree.leaves(variables))
there = sum(leaf.size for leaf in jax.tree.leaves(nnx.state(cell, nnx.Param)))
print(sorted(name for name, layer in variables.items() if "bias" in layer), cell.dense_h.bias)
print(here, there)
assert "bias" in variables["hn"] and not cell.dense_h.use_bias
assert here - there == 5
PYTHON
