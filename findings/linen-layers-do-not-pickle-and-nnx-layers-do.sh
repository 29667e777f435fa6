#!/usr/bin/env bash
# flax 0.12.8: pickle.dumps of a layer without any parameters and of one with them.
# Guess: nn.Dense(3), a frozen dataclass of numbers, pickles; nnx.Linear, which holds arrays and an
#   initializer, may not.
# Seen: the other way round. nn.Dense keeps its initializers, which are closures: "Can't pickle local object
#   'variance_scaling.<locals>.init'". So does every ToNNX around one. nnx.Linear pickles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import pickle

import jax.numpy as jnp
from flax import linen as nn, nnx

again = pickle.loads(pickle.dumps(nnx.Linear(3, 4, rngs=nnx.Rngs(0))))
assert again(jnp.ones((2, 3))).shape == (2, 4)
wrapped = nnx.bridge.ToNNX(nn.Dense(3), rngs=nnx.Rngs(0)).lazy_init(jnp.ones((2, 3)))
for layer in (nn.Dense(3), wrapped):
    try:
        pickle.dumps(layer)
    except Exception as error:
        print(type(layer).__name__, error)
        assert "variance_scaling.<locals>.init" in str(error)
    else:
        raise SystemExit("it pickles now")
PYTHON
