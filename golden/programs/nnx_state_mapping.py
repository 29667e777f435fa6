import warnings

import jax
import jax.numpy as jnp
from flax import nnx

warnings.simplefilter("ignore")


class Net(nnx.Module):
    def __init__(self, rngs):
        self.enc = nnx.Linear(2, 3, rngs=rngs)
        self.layers = nnx.List([nnx.Linear(3, 3, rngs=rngs) for _ in range(2)])
        self.bn = nnx.BatchNorm(3, rngs=rngs)


state = nnx.state(Net(nnx.Rngs(0)))
print(list(state), "enc" in state, len(state))
print(type(state["enc"]).__name__, state["enc"]["bias"], state.enc.kernel.shape, state.layers[0].bias)
print(jax.tree.map(jnp.shape, nnx.to_pure_dict(state)))
flat = nnx.to_flat_state(state)
for path, leaf in flat:
    print(path, leaf.shape, type(leaf).__name__)
print(list(nnx.from_flat_state(flat)))
params, stats = nnx.split_state(state, nnx.Param, ...)
print(list(params), list(stats), stats)
only = nnx.filter_state(state, nnx.BatchStat)
print(only)
merged = nnx.merge_state(params, stats)
print(list(merged), list(params | stats))
scaled = jax.tree.map(lambda x: x * 0, state)
print(type(scaled).__name__, scaled.enc.bias)
mapped = nnx.map_state(lambda path, v: len(path), state)
print(mapped)
pure = nnx.to_pure_dict(params)
pure["enc"]["bias"] = jnp.full((3,), 7.0)
nnx.replace_by_pure_dict(params, pure)
print(params.enc.bias)
text = jax.tree.map(lambda x: x, {"layers": {"0": {"bias": jnp.ones(3)}}})
print(list(nnx.restore_int_paths(text)["layers"]))
nnx.replace_by_pure_dict(params, text)
print(params.layers[0].bias)
state.new = nnx.Param(jnp.ones(1))
state["other"] = {"deep": 1}
print(list(state), state.other)
del state["new"]
print(list(state))
print(jax.tree_util.tree_flatten_with_path(params)[0][0])
print(jax.tree.structure(stats))
print(nnx.State({"b": 1, "a": {"c": 2}}))


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: state.absent)
attempt(lambda: state["absent"])
attempt(lambda: nnx.split_state(params, nnx.BatchStat))
attempt(lambda: nnx.split_state(params, ..., nnx.Param))
attempt(lambda: nnx.replace_by_pure_dict(params, {"no": {"such": 1}}))
attempt(lambda: nnx.State([1], _copy=False))
attempt(lambda: nnx.split(Net(nnx.Rngs(0)), nnx.Param))
attempt(lambda: nnx.merge(1, state))
attempt(lambda: nnx.merge(nnx.graphdef(Net(nnx.Rngs(0)))))
attempt(lambda: nnx.merge(nnx.graphdef(Net(nnx.Rngs(0))), params))
