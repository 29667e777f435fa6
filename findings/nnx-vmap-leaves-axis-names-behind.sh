#!/usr/bin/env bash
# flax 0.12.8, jax 0.10.2: a partitioned layer under vmap, with no name given for the new axis.
# Guess: nnx.vmap and nn.vmap treat the missing name alike: an error, or None for the new axis.
# Seen: nn.vmap raises PartitioningUnspecifiedError; nnx.vmap keeps ('in', 'out') on a kernel of three axes, so that its
#   PartitionSpec names the first two of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import flax
import jax
import jax.numpy as jnp
from flax import linen as nn, nnx

lecun = nn.initializers.lecun_normal()
stacked = nn.vmap(nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True}, in_axes=None, axis_size=2)
try:
    stacked(3, kernel_init=nn.with_partitioning(lecun, ("in", "out"))).init(jax.random.key(0), jnp.ones((1, 4)))
except flax.errors.PartitioningUnspecifiedError as error:
    print(type(error).__name__)
else:
    raise SystemExit("Linen asks for no name any more")


def layer(key):
    return nnx.Linear(4, 3, kernel_init=nnx.with_partitioning(lecun, ("in", "out")), rngs=nnx.Rngs(key))


with nnx.use_eager_sharding(False):
    model = nnx.vmap(layer)(jax.random.split(jax.random.key(0), 2))
    spec = nnx.get_partition_spec(nnx.state(model))["kernel"].get_value()
print(model.kernel.shape, model.kernel.out_sharding, spec)
assert model.kernel.shape == (2, 4, 3) and model.kernel.out_sharding == ("in", "out")
assert spec == jax.P("in", "out")
PYTHON
