#!/usr/bin/env bash
# jax 0.10.2 on the CPU: how often jax.random.bernoulli is true for a probability in bfloat16, and which classes
#   jax.random.categorical draws from logits in bfloat16.
# Guess: as often as the probability says, but for its rounding, which changes 0.001 by less than 0.4 percent.
# Seen: 0.001 comes true 7.7 times as often. The draw is compared in the type of the probability, and uniform numbers of
#   bfloat16 are the 128 multiples of 1/128, of which 0 alone is below 0.001. Of 200,000 classes two have the probability
#   0.001 where 200 should; in float32 198 have. jax.random.bernoulli(key, p.astype(float)) and logits in float32 mend it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np

key = jax.random.key(0)


def share(p):
    return float(jax.random.bernoulli(key, p, (200_000,)).mean())


def classes(logits):
    drawn = jax.random.categorical(key, logits, shape=(200_000,))
    return np.bincount(np.asarray(drawn), minlength=len(logits)).tolist()


half = jnp.bfloat16(0.001)
print(float(half), share(half), share(half.astype(jnp.float32)))
assert abs(float(half) / 0.001 - 1) < 0.004
assert 0.0074 < share(half) < 0.0082
assert 0.0008 < share(half.astype(jnp.float32)) < 0.0012
levels = np.unique(np.asarray(jax.random.uniform(key, (100_000,), jnp.bfloat16)).astype(float))
assert (levels == np.arange(128) / 128).all()
logits = jnp.log(jnp.array([0.5, 0.49, 0.009, 0.001]))
print(classes(logits), classes(logits.astype(jnp.bfloat16)))
assert classes(logits)[3] > 150
assert classes(logits.astype(jnp.bfloat16))[3] < 20
PYTHON
