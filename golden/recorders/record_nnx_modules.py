"""Records what nnx's layers, random streams, gradients and optimiser do, with texts and errors."""

from __future__ import annotations

from typing import Any

from module_cases import CASES, X23, X53, Y52, error, text, value
from nnx_models import Net, mse
from recording import write

import jax
import jax.numpy as jnp
import optax
from flax import nnx
from jax import random


def nnx_training(tx: Any, steps: int = 6) -> dict[str, Any]:
    """Losses and state of an nnx network after some steps of nnx.Optimizer."""
    model = Net(nnx.Rngs(0))
    opt = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mse)(model, X53, Y52)
        opt.update(model, grads)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "params": nnx.state(model, nnx.Param),
        "count": model.count,
        "rng": model.drop.rngs.count,
        "step": opt.step,
    }


def _embed() -> dict[str, Any]:
    e = nnx.Embed(4, 3, rngs=nnx.Rngs(5))
    return {"embedding": e.embedding, "call": e(jnp.array([[0, 3], [-1, 9]])), "attend": e.attend(X23)}


def _norm() -> dict[str, Any]:
    n = nnx.LayerNorm(3, rngs=nnx.Rngs(0))
    n.scale.value, n.bias.value = jnp.array([1.0, 2.0, -1.0]), jnp.array([0.5, 0.0, 1.0])
    plain = nnx.LayerNorm(3, use_bias=False, use_scale=False, epsilon=1e-2, rngs=nnx.Rngs(0))
    slow = nnx.LayerNorm(3, use_fast_variance=False, rngs=nnx.Rngs(0))
    return {
        "call": n(X23),
        "plain": plain(X23),
        "slow": slow(X23),
        "1-d": n(X23[0]),
        "grad": jax.grad(lambda x: (n(x) ** 3).sum())(jnp.array([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]])),
    }


def _dropout() -> dict[str, Any]:
    d = nnx.Dropout(0.3, rngs=nnx.Rngs(7))
    rows = nnx.Dropout(0.5, broadcast_dims=(0,), rngs=nnx.Rngs(dropout=2))
    bare = nnx.Dropout(0.5)
    out = {
        "first": d(X53),
        "second": d(X53),
        "off": d(X53, deterministic=True),
        "rows": rows(X53),
        "key": bare(X53, rngs=random.key(3)),
        "stream": bare(X53, rngs=nnx.Rngs(1)),
        "all": nnx.Dropout(1.0)(X53),
        "none": nnx.Dropout(0.0)(X53),
        "count": d.rngs.count,
    }
    d.eval()
    out["eval"] = d(X53)
    d.train()
    return {**out, "train": d(X53)}


def _sequential() -> dict[str, Any]:
    r = nnx.Rngs(0)
    s = nnx.Sequential(nnx.Linear(3, 4, rngs=r), nnx.relu, nnx.Linear(4, 2, rngs=r))
    return {"call": s(X23), "state": nnx.state(s), "grad": nnx.grad(lambda s: s(X23).sum())(s)}


def _containers() -> dict[str, Any]:
    r = nnx.Rngs(0)
    many = nnx.List([nnx.Linear(1, 1, rngs=r) for _ in range(11)])
    d = nnx.Dict(b=nnx.Linear(1, 2, rngs=r), a=nnx.Param(jnp.ones(2)))
    leaves = jax.tree.leaves(nnx.state(many))
    return {
        "leaves": leaves,
        "keys": [str(k) for k in nnx.state(many)],
        "dict": nnx.state(d),
        "last": many[-1].kernel,
        "len": len(many),
        "names": list(d),
    }


def _rngs() -> dict[str, Any]:
    r = nnx.Rngs(0, params=1)
    s = r.split(3)
    out = {"params": s.params.key, "default": s.default.key, "count": s.params.count, "after": r.params.count}
    f = r.fork()
    stream = nnx.Rngs(a=nnx.Rngs(3).default)
    more = nnx.Rngs(0)
    return {
        **out,
        "fork": f.params.key,
        "from stream": random.key_data(stream.a()),
        "draws": [
            more.normal((2,)),
            more.uniform((2,)),
            more.params.bernoulli(0.5, (4,)),
            more.randint((3,), 0, 9),
        ],
        "init": more.lecun_normal()((2, 3)),
        "in": ["params" in r, "dropout" in r],
    }


def _gradients() -> dict[str, Any]:
    m = Net(nnx.Rngs(1))
    m.eval()

    def loss(m: Net, x: jax.Array) -> jax.Array:
        return mse(m, x, Y52)

    both = nnx.grad(loss, argnums=(0, 1))(m, X53)
    kernels = nnx.grad(loss, argnums=nnx.DiffState(0, lambda path, v: "kernel" in path))(m, X53)
    pair, g = nnx.value_and_grad(lambda m, x: (loss(m, x), m.count.value * 2), has_aux=True)(m, X53)
    aux_only = nnx.grad(lambda m, x: (loss(m, x), m(x)), has_aux=True)(m, X53)
    state = nnx.grad(lambda s: (s["kernel"].value ** 2).sum())(nnx.state(m.out))
    stats = nnx.grad(lambda m: m.count.value * 3.0, argnums=nnx.DiffState(0, nnx.BatchStat))(m)
    return {
        "both": list(both),
        "kernels": kernels,
        "pair": list(pair),
        "grad": g,
        "aux": aux_only[1],
        "state": state,
        "stats": stats,
        "count": m.count,
        "array": nnx.grad(lambda x: (x**2).sum())(X23),
        "dict": nnx.grad(lambda d: (d["a"].value ** 2).sum())({"a": nnx.Param(X23)}),
    }


def _kinds() -> dict[str, Any]:
    class Cell(nnx.Module):
        def __init__(self):
            self.w = nnx.Param(jnp.ones(2))
            self.stat = nnx.BatchStat(jnp.zeros(2))
            self.cache = nnx.Cache(jnp.full(2, 3.0))

        def __call__(self, x: jax.Array) -> jax.Array:
            self.sow(nnx.Intermediate, "h", x * 2)
            return x * self.w.value

    c = Cell()
    c(jnp.ones(2))
    c(jnp.ones(2) * 3)
    inter = nnx.pop(c, nnx.Intermediate)
    graphdef, params, stats, rest = nnx.split(c, nnx.Param, nnx.BatchStat, ...)
    again = nnx.merge(graphdef, params, stats, rest)
    return {
        "popped": inter,
        "params": params,
        "stats": stats,
        "rest": rest,
        "again": nnx.state(again),
        "has": hasattr(c, "h"),
    }


def _jitted() -> dict[str, Any]:
    model = Net(nnx.Rngs(2))
    opt = nnx.Optimizer(model, optax.adam(0.02), wrt=nnx.Param)

    @nnx.jit
    def step(model: Net, opt: nnx.Optimizer, x: jax.Array, y: jax.Array) -> jax.Array:
        loss, grads = nnx.value_and_grad(mse)(model, x, y)
        opt.update(model, grads)
        return loss

    losses = [step(model, opt, X53, Y52) for _ in range(4)]
    return {
        "losses": jnp.stack(losses),
        "state": nnx.state(model, nnx.Param),
        "count": model.count,
        "step": opt.step,
    }


def nnx_layers() -> None:
    """Layers, containers, streams, training and gradients."""
    value("nnx.Embed", _embed)

    value("nnx.LayerNorm", _norm)

    value("nnx.Dropout", _dropout)

    value("nnx.Sequential", _sequential)

    value("nnx.List and nnx.Dict", _containers)

    value("nnx.Rngs", _rngs)

    value("nnx train adam", lambda: nnx_training(optax.adam(0.05)))
    value("nnx train sgd momentum", lambda: nnx_training(optax.sgd(0.05, momentum=0.9)))
    value("nnx train adamw schedule", lambda: nnx_training(optax.adamw(optax.linear_schedule(0.1, 0.0, 5))))
    value("nnx train chain", lambda: nnx_training(optax.chain(optax.clip_by_global_norm(0.1), optax.sgd(0.5))))

    value("nnx.grad", _gradients)

    value("nnx variable kinds", _kinds)

    value("nnx.jit", _jitted)


def nnx_texts() -> None:
    """Texts and errors of modules."""

    def r() -> nnx.Rngs:
        return nnx.Rngs(0)

    for name, f in {
        "nnx.Embed": lambda: nnx.Embed(3, 2, rngs=r()),
        "nnx.LayerNorm": lambda: nnx.LayerNorm(3, rngs=r()),
        "nnx.Dropout": lambda: nnx.Dropout(0.5, rngs=r()),
        "nnx.Dropout bare": lambda: nnx.Dropout(0.5),
        "nnx.List": lambda: nnx.List([nnx.Linear(1, 2, rngs=r()), 3]),
        "nnx.Dict": lambda: nnx.Dict(a=nnx.Linear(1, 2, rngs=r()), b=3),
        "nnx.Sequential state": lambda: nnx.state(nnx.Sequential(nnx.Linear(1, 2, rngs=r()), nnx.relu)),
        "nnx.Sequential": lambda: nnx.Sequential(nnx.Linear(1, 2, rngs=r())),
        "nnx variables": lambda: nnx.List(
            [nnx.BatchStat(jnp.ones(2)), nnx.Cache(jnp.ones(2)), nnx.Intermediate(jnp.ones(2))]
        ),
        "nnx.Rngs split": lambda: nnx.Rngs(0).split(3),
        "nnx.Rngs named": lambda: nnx.Rngs(0, params=1),
        "Net": lambda: Net(nnx.Rngs(0)),
        "Net grad": lambda: nnx.grad(lambda m: m.out(jnp.ones(4)).sum())(Net(nnx.Rngs(0))),
        "OptState": lambda: nnx.Optimizer(Net(r()), optax.sgd(0.1), wrt=nnx.Param).step,
        "DiffState": lambda: nnx.DiffState(0, nnx.Param),
    }.items():
        text(f"text {name}", f)
    x = jnp.ones((1, 2))
    m = nnx.Linear(2, 2, rngs=r())
    opt = nnx.Optimizer(m, optax.sgd(0.1), wrt=nnx.Param)
    for name, f in {
        "Optimizer without wrt": lambda: nnx.Optimizer(m, optax.sgd(0.1)),
        "update without grads": lambda: opt.update(m),
        "Optimizer.model": lambda: opt.model,
        "Embed of floats": lambda: nnx.Embed(3, 2, rngs=r())(jnp.ones(2)),
        "Dropout without rngs": lambda: nnx.Dropout(0.5)(x),
        "Dropout undecided": lambda: nnx.Dropout(0.5, deterministic=None)(x),
        "Dropout of wrong rngs": lambda: nnx.Dropout(0.5, rngs="a"),
        "Dropout called with wrong rngs": lambda: nnx.Dropout(0.5)(x, rngs="a"),
        "merge with nothing": lambda: nnx.merge(nnx.split(m)[0], {}),
        "nnx.grad of a vector": lambda: nnx.grad(lambda m: m(jnp.ones(2)))(m),
        "pop without filter": lambda: nnx.pop(m),
        "Embed without rngs": lambda: nnx.Embed(3, 2),
        "LayerNorm without rngs": lambda: nnx.LayerNorm(3),
        "grad of integers": lambda: jax.grad(lambda m: m(x).sum())(Net(nnx.Rngs(0))),
        "List index": lambda: nnx.List([1])[3],
        "split leaves a rest": lambda: nnx.split(Net(nnx.Rngs(0)), nnx.Param, nnx.BatchStat),
    }.items():
        error(f"error {name}", f)


if __name__ == "__main__":
    nnx_layers()
    nnx_texts()
    write("nnx_modules", cases=CASES)
