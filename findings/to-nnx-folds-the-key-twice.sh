#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: which key a Linen module gets inside nnx.bridge.ToNNX.
# Guess: the first key of the stream it was given, fold_in(key(0), 0), as nnx.Linear takes it.
# Seen: the Rngs are forked first, so the kernel is Dense.init(fold_in(fold_in(key(0), 0), 0)); neither
#   key(0) nor fold_in(key(0), 0) gives it. The caller's Rngs and the wrapper's own then both stand at 1.
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

x = jnp.ones((2, 3))
rngs = nnx.Rngs(0)
wrapped = nnx.bridge.ToNNX(nn.Dense(4), rngs=rngs).lazy_init(x)
key = jax.random.key(0)
once = jax.random.fold_in(key, 0)
twice = jax.random.fold_in(once, 0)
same = {
    name: bool((nn.Dense(4).init(k, x)["params"]["kernel"] == wrapped.kernel[...]).all())
    for name, k in {"key": key, "once": once, "twice": twice}.items()
}
print(same)
assert same == {"key": False, "once": False, "twice": True}
assert int(rngs.default.count[...]) == 1 and int(wrapped.to_nnx__rngs.default.count[...]) == 1
PYTHON
