#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: a Dense whose kernel_init is nn.with_partitioning(..., (None, "model")), no mesh set.
# Guess: ToNNX wraps it and keeps the names as metadata, as Linen's init keeps an nn.Partitioned.
# Seen: Linen's init works without a mesh; ToNNX(...).lazy_init raises ValueError "An auto mesh context or
#   metadata is required if creating a variable with annotation out_sharding=...".
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
init = nn.with_partitioning(nn.initializers.lecun_normal(), (None, "model"))
kernel = nn.Dense(4, kernel_init=init).init(jax.random.key(0), x)["params"]["kernel"]
print(type(kernel).__name__, kernel.names)
assert isinstance(kernel, nn.Partitioned)
try:
    nnx.bridge.ToNNX(nn.Dense(4, kernel_init=init), rngs=nnx.Rngs(0)).lazy_init(x)
except ValueError as error:
    print(error)
    assert "auto mesh context" in str(error)
else:
    raise SystemExit("no mesh is needed any more")
PYTHON
