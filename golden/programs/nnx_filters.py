import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.enc = nnx.Linear(1, 1, rngs=rngs)
        self.dec = nnx.Linear(1, 1, rngs=rngs)
        self.bn = nnx.BatchNorm(1, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)
        self.mine = nnx.Variable(jnp.ones(1), tag="mine")


m = Net(nnx.Rngs(0))


def paths(*filters):
    states = nnx.state(m, *filters)
    states = states if isinstance(states, tuple) else (states,)
    return [["/".join(map(str, p)) for p, _ in nnx.to_flat_state(s)] for s in states]


for f in (
    nnx.Param,
    nnx.BatchStat,
    nnx.RngState,
    nnx.RngKey,
    nnx.Variable,
    "mine",
    "default",
    ...,
    True,
    False,
    None,
    nnx.PathContains("enc"),
    nnx.PathContains("ia", exact=False),
    nnx.Not(nnx.Param),
    nnx.All(nnx.Param, nnx.PathContains("kernel")),
    nnx.Any(nnx.BatchStat, "mine"),
    (nnx.BatchStat, "mine"),
    [nnx.RngCount, "mine"],
    nnx.OfType(nnx.BatchStat),
    nnx.WithTag("mine"),
    nnx.filterlib.PathIn(("enc", "bias")),
    nnx.Everything(),
    nnx.Nothing(),
    lambda path, v: path[-1] == "scale",
):
    print("a function" if type(f).__name__ == "function" else f, paths(f))
print(paths(nnx.Param, nnx.RngState, ...))
print(paths(nnx.PathContains("kernel"), nnx.Param))
print(nnx.filterlib.to_predicate((nnx.Param, "a", ..., None, False)))
print(
    nnx.Not(nnx.Param) == nnx.Not(nnx.Param),
    nnx.Any(nnx.Param) == nnx.All(nnx.Param),
    hash(nnx.Not(nnx.Param)) == hash(nnx.Not(nnx.Param)),
)
