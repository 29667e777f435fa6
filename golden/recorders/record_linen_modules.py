"""Records what linen's layers and models do, bound and unbound, with texts and errors."""

from __future__ import annotations

from typing import Any

from linen_models import Listed, Nested, Noisy, Own, Shared, Stats, Streams
from module_cases import CASES, KEY, LABELS, X23, X53, Y52, error, text, value
from recording import write

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from jax import random


def _noisy() -> dict[str, Any]:
    m = Noisy()
    v = m.init({"params": KEY, "dropout": random.PRNGKey(9)}, X53)
    return {
        "variables": v,
        "off": m.apply(v, X53, train=False),
        "on": m.apply(v, X53, rngs={"dropout": random.PRNGKey(5)}),
        "grad": jax.grad(lambda v: (m.apply(v, X53, train=False) ** 2).sum())(v),
    }


def _stats() -> dict[str, Any]:
    m = Stats()
    v = m.init(KEY, X23)
    out, changed = m.apply(v, X23, mutable=["batch_stats"])
    _both, all_changed = m.apply(v, X23, mutable=["batch_stats", "intermediates"])
    return {
        "variables": v,
        "out": out,
        "changed": changed,
        "all": m.apply(v, X23, mutable=True)[1],
        "both": all_changed,
        "one": m.apply(v, X23, mutable="batch_stats")[1],
    }


def _listed() -> dict[str, Any]:
    m = Listed()
    v = m.init(KEY, X23)
    b = m.bind(v)
    return {
        "variables": v,
        "call": m.apply(v, X23),
        "first": m.apply(v, X23, method="first"),
        "init first": m.init(KEY, X23, method="first"),
        "bound": b(X23),
        "bound layer": b.layers[0](X23),
        "bound w": b.w,
        "bound variables": b.variables,
    }


def _loop() -> dict[str, Any]:
    m, tx = nn.Sequential([nn.Dense(4), nn.tanh, nn.Dense(2)]), optax.adam(0.05)
    v = m.init(KEY, X53)
    s, losses = tx.init(v), []
    for _ in range(6):
        loss, g = jax.value_and_grad(lambda v: jnp.mean((m.apply(v, X53) - Y52) ** 2))(v)
        u, s = tx.update(g, s, v)
        v = optax.apply_updates(v, u)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "variables": v}


def linen_layers() -> None:
    """Variables and results of layers and models."""

    def layer(m: nn.Module, *xs: Any, **kw: Any) -> dict[str, Any]:
        v = m.init(KEY, *xs, **kw)
        return {"variables": v, "call": m.apply(v, *xs, **kw)}

    value(
        "nn.Embed",
        lambda: {
            **layer(nn.Embed(4, 3), jnp.array([[0, 3], [-1, 9]])),
            "attend": nn.Embed(4, 3).apply(nn.Embed(4, 3).init(KEY, LABELS), X23, method="attend"),
        },
    )
    value(
        "nn.LayerNorm",
        lambda: {
            **layer(nn.LayerNorm(), X23),
            "plain": layer(nn.LayerNorm(use_bias=False, use_scale=False, epsilon=1e-2), X23),
            "slow": layer(nn.LayerNorm(use_fast_variance=False), X23),
        },
    )
    value("nn.Sequential", lambda: layer(nn.Sequential([nn.Dense(4), nn.relu, nn.Dense(2)]), X23))
    value(
        "nn.Dropout",
        lambda: {
            "on": nn.Dropout(0.3).apply({}, X53, deterministic=False, rngs={"dropout": KEY}),
            "off": nn.Dropout(0.3, deterministic=True).apply({}, X53),
            "rows": nn.Dropout(0.5, broadcast_dims=(0,), deterministic=False).apply({}, X53, rngs={"dropout": KEY}),
            "all": nn.Dropout(1.0, deterministic=False).apply({}, X53),
        },
    )

    value("linen Noisy", _noisy)

    value("linen Stats", _stats)

    value("linen Listed", _listed)
    value("linen Shared", lambda: layer(Shared(nn.Dense(3)), X23))
    value("linen Nested", lambda: layer(Nested(), X23))
    value("linen Own", lambda: layer(Own(), X23))
    value(
        "linen Streams",
        lambda: {
            "two": Streams().apply({}, rngs={"noise": KEY, "params": random.PRNGKey(1)}),
            "one": Streams().apply({}, rngs=KEY),
        },
    )
    value(
        "linen apply makes parameters",
        lambda: list(nn.Dense(2).apply({}, X23, mutable=["params"], rngs={"params": KEY})),
    )

    value("linen train adam", _loop)


def bound_listed() -> Listed:
    """A bound module that was used: only then is it set up."""
    bound = Listed().bind(Listed().init(KEY, X23))
    bound(X23)
    return bound


def linen_texts() -> None:
    """Texts and errors of modules."""
    for name, f in {
        "nn.Embed": lambda: nn.Embed(3, 2),
        "nn.LayerNorm": nn.LayerNorm,
        "nn.Dropout": lambda: nn.Dropout(0.5),
        "nn.Sequential": lambda: nn.Sequential([nn.Dense(2), nn.Dense(1)]),
        "Listed": Listed,
        "Noisy": Noisy,
        "Shared": lambda: Shared(nn.Dense(3)),
        "Listed bound": bound_listed,
    }.items():
        text(f"text {name}", f)

    class Frozen(nn.Module):
        @nn.compact
        def __call__(self, x: jax.Array) -> jax.Array:
            self.foo = 1.5
            return x

    class Twice(nn.Module):
        @nn.compact
        def __call__(self, x: jax.Array) -> jax.Array:
            return nn.Dense(3, name="a")(nn.Dense(3, name="a")(x))

    class Clash(nn.Module):
        @nn.compact
        def __call__(self, x: jax.Array) -> jax.Array:
            self.param("a", nn.initializers.zeros, (1,))
            return nn.Dense(2, name="a")(x)

    class Params(nn.Module):
        @nn.compact
        def __call__(self, x: jax.Array) -> jax.Array:
            self.param("a", nn.initializers.zeros, (1,))
            return self.param("a", nn.initializers.zeros, (1,))

    class NoCall(nn.Module):
        pass

    class Wrapped(nn.Module):
        @nn.compact
        def __call__(self, x: jax.Array) -> jax.Array:
            return Noisy()(x)

    v = Stats().init(KEY, X23)
    nv = Noisy().init({"params": KEY, "dropout": KEY}, X23)
    wv = Wrapped().init({"params": KEY, "dropout": KEY}, X23)
    sv = nn.Sequential([nn.Dense(2)]).init(KEY, X23)
    for name, f in {
        "dropout without key": lambda: Noisy().apply(nv, X23),
        "dropout below without key": lambda: Wrapped().apply(wv, X23),
        "dropout alone without key": lambda: nn.Dropout(0.5, deterministic=False).apply({}, X23),
        "stream without key": lambda: Streams().apply({}),
        "dropout undecided": lambda: nn.Dropout(0.5).apply({}, X23),
        "dropout decided twice": lambda: nn.Dropout(0.5, deterministic=True).apply({}, X23, deterministic=True),
        "immutable collection": lambda: Stats().apply(v, X23),
        "missing collection": lambda: Stats().apply({}, X23),
        "missing variable": lambda: Stats().apply({"batch_stats": {"other": X23}}, X23),
        "attribute set in call": lambda: Frozen().init(KEY, X23),
        "two layers of one name": lambda: Twice().init(KEY, X23),
        "layer and parameter of one name": lambda: Clash().init(KEY, X23),
        "two parameters of one name": lambda: Params().init(KEY, X23),
        "no such method": lambda: Listed().apply(Listed().init(KEY, X23), X23, method="nope"),
        "no call": lambda: NoCall().init(KEY, X23),
        "setup layers on an unbound module": lambda: Listed()(X23),
        "variables of an unbound module": lambda: Listed().variables,
        "Embed of floats in linen": lambda: nn.Embed(3, 2).init(KEY, X23),
        "Sequential of no list": lambda: nn.Sequential(nn.Dense(2)).init(KEY, X23),
        "wrong width below": lambda: nn.Sequential([nn.Dense(2)]).apply(sv, jnp.ones((2, 5))),
        "parameters made without key": lambda: nn.Dense(2).apply({}, X23, mutable=["params"]),
        "init without inputs": lambda: nn.Dense(2).init(KEY),
        "nn.Embed()": nn.Embed,
        "nn.Dropout()": nn.Dropout,
        "rngs of apply": lambda: nn.Dense(2).apply(nn.Dense(2).init(KEY, X23), X23, rngs={"dropout": 1}),
    }.items():
        error(f"error {name}", f)


if __name__ == "__main__":
    linen_layers()
    linen_texts()
    write("linen_modules", cases=CASES)
