"""Records models that cross between linen and nnx by flax.nnx.bridge."""

from __future__ import annotations

from typing import Any

from linen_models import Listed, Noisy, Stats
from module_cases import CASES, KEY, X23, X53, Y52, error, text, value
from nnx_models import mse
from recording import write

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge
from jax import random


class Encoder(nnx.Module):
    """An nnx layer with dropout, counting its calls."""

    def __init__(self, width: int, rngs: nnx.Rngs) -> None:
        self.layer = nnx.Linear(3, width, rngs=rngs)
        self.drop = nnx.Dropout(0.25, rngs=rngs)
        self.calls = nnx.BatchStat(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.calls.value = self.calls.value + 1
        return self.drop(self.layer(x))

    def double(self, x: jax.Array) -> jax.Array:
        return self.layer(x) * 2


class MixedNNX(nnx.Module):
    """An nnx layer and a linen head, as an nnx module."""

    def __init__(self, rngs: nnx.Rngs) -> None:
        self.enc = nnx.Linear(3, 4, rngs=rngs)
        self.head = bridge.ToNNX(nn.Dense(2), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.enc(x)))


class MixedLinen(nn.Module):
    """An nnx layer and a linen head, as a linen module."""

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        h = bridge.to_linen(nnx.Linear, 3, 4)(x)
        return nn.Dense(2)(nn.relu(h))


def _to_nnx() -> dict[str, Any]:
    m = bridge.ToNNX(Noisy(), rngs=nnx.Rngs(0, dropout=1))
    nnx.state(m)
    m.lazy_init(X53)
    return {"state": nnx.state(m), "on": m(X53), "off": m(X53, train=False), "count": m.to_nnx__rngs.dropout.count}


def _stats() -> dict[str, Any]:
    m = bridge.ToNNX(Stats(), rngs=nnx.Rngs(0)).lazy_init(X23)
    out = m(X23, mutable=["batch_stats"])
    return {"state": nnx.state(m, nnx.BatchStat), "out": out}


def _to_linen() -> dict[str, Any]:
    m = bridge.ToLinen(Encoder, args=(2,))
    v = m.init({"params": KEY, "dropout": random.PRNGKey(3)}, X53)
    out, changed = m.apply(v, X53, mutable=["batch_stats"], rngs={"dropout": KEY})
    return {"variables": v, "out": out, "changed": changed, "plain": m.apply(v, X53)}


def _mixed_nnx() -> dict[str, Any]:
    m = bridge.lazy_init(MixedNNX(nnx.Rngs(0)), X53)
    opt, losses = nnx.Optimizer(m, optax.adam(0.05), wrt=nnx.Param), []
    for _ in range(5):
        loss, g = nnx.value_and_grad(mse)(m, X53, Y52)
        opt.update(m, g)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "params": nnx.state(m, nnx.Param)}


def _mixed_linen() -> dict[str, Any]:
    m = MixedLinen()
    v = m.init(random.PRNGKey(4), X53)
    return {"variables": v, "call": m.apply(v, X53), "grad": jax.grad(lambda v: (m.apply(v, X53) ** 2).mean())(v)}


def bridges() -> None:
    """Both directions, with training, batch statistics and errors."""
    value("ToNNX of a model", _to_nnx)
    value("ToNNX with a key", lambda: bridge.ToNNX(nn.Dense(2), rngs=KEY).lazy_init(X23).kernel)
    value(
        "ToNNX of setup layers", lambda: nnx.state(bridge.ToNNX(Listed(), rngs=nnx.Rngs(0)).lazy_init(X23), nnx.Param)
    )

    value("ToNNX of batch statistics", _stats)

    value("ToLinen of a model", _to_linen)

    value("mixed model in NNX", _mixed_nnx)

    value("mixed model in Linen", _mixed_linen)
    error("error ToNNX before lazy_init", lambda: bridge.ToNNX(Noisy(), rngs=nnx.Rngs(0))(X53))
    error("error ToNNX without rngs", lambda: bridge.ToNNX(nn.Dense(2)).lazy_init(X53))
    text("text ToNNX", lambda: bridge.ToNNX(nn.Dense(2), rngs=nnx.Rngs(0)).lazy_init(X53))


if __name__ == "__main__":
    bridges()
    write("bridge_modules", cases=CASES)
