"""Linen inside NNX inside Linen: statistics, unknown names, metadata."""

import pickle
import warnings

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge

x = jax.random.normal(jax.random.key(1), (4, 2))
key = jax.random.key(0)


def shapes(tree):
    return jax.tree.map(jnp.shape, tree)


def tell(what, f):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(what, f())
        except Exception as error:
            print(what, type(error).__name__, str(error).split(" (https")[0])
    for one in seen:
        print("  ", one.category.__name__, one.message)


class Normed(nnx.Module):
    def __init__(self, initialised, rngs):
        self.lin = nnx.Linear(2, 3, rngs=rngs)
        self.bn = bridge.ToNNX(nn.BatchNorm(use_running_average=False), rngs=rngs)
        if initialised:
            self.bn.lazy_init(jnp.ones((4, 3)))

    def __call__(self, x):
        return self.bn(self.lin(x))


class NormedMutable(Normed):
    def __call__(self, x):
        return self.bn(self.lin(x), mutable=["batch_stats"])


for kind in (Normed, NormedMutable):
    for initialised in (True, False):
        model = bridge.to_linen(kind, initialised)
        tell("init", lambda: shapes(model.init(key, x)))
        tell("apply", lambda: shapes(model.apply(model.init(key, x), x)))
        tell("statistics", lambda: shapes(model.apply(model.init(key, x), x, mutable=["batch_stats"])))
        tell("all", lambda: shapes(model.apply(model.init(key, x), x, mutable=True)))

linear = bridge.to_linen(nnx.Linear, 2, 3)
params = linear.init(key, x)["params"]
kernel, bias = params["kernel"], params["bias"]
tell("other case", lambda: linear.apply({"params": {"Kernel": kernel, "bias": bias}}, x).round(3))
tell("one more", lambda: linear.apply({"params": {**params, "more": bias}}, x).round(3))
tell("collection", lambda: linear.apply({"params": params, "batch_stats": {"mean": bias}}, x).round(3))
tell("missing", lambda: linear.apply({"params": {"kernel": kernel}}, x).round(3))
tell("nothing", lambda: linear.apply({}, x).round(3))
tell("shape", lambda: linear.apply({"params": {"kernel": jnp.ones((2, 5)), "bias": jnp.ones(5)}}, x).shape)
tell("written", lambda: shapes(linear.apply({"params": {**params, "more": bias}}, x, mutable=["params"])))


class Noted(nnx.Module):
    def __init__(self, rngs):
        self.w = nnx.Param(jnp.ones((2, 3)), note="a")
        self.v = nnx.Param(jnp.ones(3), place=("x", 1))
        self.u = nnx.Variable(jnp.ones(3), eager_sharding=False)
        self.key = nnx.Param(jax.random.key(3))
        self.n = nnx.Param(2.0)

    def __call__(self, x):
        return x @ self.w + self.v + self.n


noted = bridge.to_linen(Noted)
variables = noted.init(key, x)
print(variables)
print(jax.tree.map(lambda leaf: type(leaf).__name__, variables))
print(shapes(nn.unbox({"params": {"w": variables["params"]["w"]}})))
print(noted.apply(variables, x).shape, noted.apply(nn.unbox(variables), x).shape)
print(bridge.ToLinen(Noted, metadata_fn=None).init(key, x)["params"]["w"])
box = variables["params"]["w"]
print(type(box).__name__, isinstance(box, bridge.NNXMeta), box.unbox().shape, box.replace_boxed(1).value)
print(box.to_nnx_variable().get_metadata())
print(jax.tree.map(lambda one: one * 2, box).value[0])
inside = bridge.ToNNX(noted, rngs=nnx.Rngs(0)).lazy_init(x)
print(type(inside.w).__name__, inside.w.get_metadata(), inside(x).shape)

print(type(key).__name__, type(jax.random.split(key)[0]).__name__, type(next(iter(jax.random.split(key)))).__name__)
print(isinstance(key, jax.Array), pickle.loads(pickle.dumps(key)) == key)
print(pickle.loads(pickle.dumps(jax.random.split(key))).shape)
tell("key", lambda: key.params)
tell("Linear", lambda: nnx.Linear(3, 4, rngs=key))
tell("rank 0", lambda: nnx.Linear(3, 4, rngs=nnx.Rngs(0))(1.0))
first = nnx.state(nnx.Linear(2, 2, rngs=nnx.Rngs(0)))
second = nnx.state(nnx.Linear(2, 2, use_bias=False, rngs=nnx.Rngs(0)))
for a, b in ((first, second), (second, first), (nnx.to_pure_dict(first), nnx.to_pure_dict(second))):
    tell("keys", lambda: jax.tree.map(lambda u, v: u - v, a, b))
jax.debug.print("{} {}", (3, 1), [1, 2.0])
jax.debug.print("{n} {f:.1f} {b} {s} {a}", n=3, f=2.0, b=True, s="text", a=np.arange(3))
jax.debug.callback(lambda *given: print([type(one).__name__ for one in given]), 1, 2.0, jnp.ones(2))
kept = []
jax.jit(lambda x: kept.append(x * 2))(jnp.ones(2))
print(kept[0], type(kept[0]).__name__)
