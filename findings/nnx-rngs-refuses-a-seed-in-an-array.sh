#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: models of many seeds at once, nnx.vmap(lambda seed: nnx.Linear(2, 3, rngs=nnx.Rngs(seed)))
#   over jnp.arange(4).
# Guess: it works, as jax.random.key(seed) does under vmap and nnx.Rngs(3) does for a Python number.
# Seen: "Invalid rng value ... expected a jax.Array of jax.dtypes.prng_key sub-dtype"; so is a whole number of JAX or NumPy
#   outside of a transformation, which jax.random.key takes; over a batch of keys it works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx


def make(seed):
    return nnx.Linear(2, 3, rngs=nnx.Rngs(seed))


def refusal(action):
    try:
        action()
    except ValueError as error:
        return str(error)


seeds = jnp.arange(4)
texts = [refusal(lambda: nnx.vmap(make)(seeds))]
texts += [refusal(lambda: make(seed)) for seed in (seeds[3], np.int32(3))]
print(texts)
assert all(text is not None and "Invalid rng value" in text for text in texts)
assert jax.vmap(jax.random.key)(seeds).shape == (4,)
assert nnx.vmap(make)(jax.random.split(jax.random.key(0), 4)).kernel.shape == (4, 2, 3)
jax.random.key(seeds[3]), jax.random.key(np.int32(3))
PYTHON
