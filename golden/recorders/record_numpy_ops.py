"""Records values and gradients of jnp's and jax.nn's functions on drawn arrays, and gradients at ties."""

from __future__ import annotations

from typing import Any

from encoding import arr
from recording import write

import jax
import jax.numpy as jnp
from jax import random


def numpy_ops(seed: int) -> list[dict[str, Any]]:
    """Elementwise functions, reductions, gradients at ties, pairs, products and indexing."""
    k = random.split(random.PRNGKey(seed), 4)
    a, b = random.normal(k[0], (3, 4)), random.normal(k[1], (3, 4))
    v, m = random.normal(k[2], (4,)), random.normal(k[3], (4, 2))
    of_jnp = "exp log1p tanh sin cos abs sqrt square sign floor ceil negative reciprocal expm1 isnan isfinite"
    of_nn = "relu sigmoid tanh softplus silu gelu elu leaky_relu softmax log_softmax relu6 hard_tanh"
    one = {n: getattr(jnp, n) for n in of_jnp.split()} | {f"nn.{n}": getattr(jax.nn, n) for n in of_nn.split()}
    red = {n: getattr(jnp, n) for n in "sum mean max min prod var std argmax argmin cumsum".split()}
    out = []
    for n, f in one.items():
        x = jnp.abs(a) if n in ("log1p", "sqrt") else a
        e = {"f": n, "args": [arr(x)], "value": arr(f(x))}
        if jnp.issubdtype(f(x).dtype, jnp.floating):
            e["grad_of_sum"] = arr(jax.grad(lambda x, f=f: f(x).sum())(x))
        out.append(e)
    for n, f in red.items():
        for ax in (None, 0, 1, -1):
            e = {"f": n, "axis": ax, "args": [arr(a)], "value": arr(f(a, axis=ax))}
            if not n.startswith("arg"):
                e["grad_of_sum"] = arr(jax.grad(lambda x, f=f, ax=ax: f(x, axis=ax).sum())(a))
            out.append(e)
    tied = jnp.array([[0.0, 0.0, -1.0], [2.0, 2.0, 2.0]])
    ties = {
        "max": lambda x: x.max(),
        "max axis=1": lambda x: x.max(axis=1).sum(),
        "min axis=0": lambda x: x.min(axis=0).sum(),
        "abs": lambda x: jnp.abs(x).sum(),
        "relu": lambda x: jax.nn.relu(x).sum(),
        "maximum(x, 0)": lambda x: jnp.maximum(x, 0).sum(),
        "minimum(x, 2)": lambda x: jnp.minimum(x, 2).sum(),
        "sign": lambda x: jnp.sign(x).sum(),
        "relu6": lambda x: jax.nn.relu6(x * 3).sum(),
        "leaky_relu": lambda x: jax.nn.leaky_relu(x).sum(),
        "elu": lambda x: jax.nn.elu(x).sum(),
        "clip(x, 0, 2)": lambda x: jnp.clip(x, 0, 2).sum(),
        "where(x > 0, x, 0)": lambda x: jnp.where(x > 0, x, 0).sum(),
        "sqrt(x + 1)": lambda x: jnp.sqrt(x + 1).sum(),
        "x ** 2": lambda x: (x**2).sum(),
        "x ** 0.5 of x + 2": lambda x: ((x + 2) ** 0.5).sum(),
        "norm of 0": lambda x: jnp.linalg.norm(x * 0),
    }
    out += [{"f": "grad at ties: " + n, "args": [arr(tied)], "value": arr(jax.grad(f)(tied))} for n, f in ties.items()]
    for n in "add subtract multiply divide maximum minimum arctan2 greater less_equal equal logaddexp".split():
        f = getattr(jnp, n)
        out.append({"f": n, "args": [arr(a), arr(b)], "value": arr(f(a, b)), "broadcast": arr(f(a, v))})
    out += [{"f": "matmul", "args": [arr(p), arr(q)], "value": arr(p @ q)} for p, q in ((a, m), (v, m), (a, v), (v, v))]
    out += [
        {"f": "dot", "args": [arr(a), arr(m)], "value": arr(jnp.dot(a, m))},
        {"f": "outer", "args": [arr(v), arr(v)], "value": arr(jnp.outer(v, v))},
        {"f": "einsum ij,jk->ik", "args": [arr(a), arr(m)], "value": arr(jnp.einsum("ij,jk->ik", a, m))},
        {"f": "where(a>0,a,b)", "args": [arr(a), arr(b)], "value": arr(jnp.where(a > 0, a, b))},
        {"f": "concatenate axis1", "args": [arr(a), arr(b)], "value": arr(jnp.concatenate([a, b], axis=1))},
        {"f": "transpose", "args": [arr(a)], "value": arr(a.T)},
        {"f": "reshape -1", "args": [arr(a)], "value": arr(a.reshape(-1))},
        {"f": "a[1]", "args": [arr(a)], "value": arr(a[1])},
        {"f": "a[:, 1:3]", "args": [arr(a)], "value": arr(a[:, 1:3])},
        {"f": "a[-1, ::-1]", "args": [arr(a)], "value": arr(a[-1, ::-1])},
        {"f": "a[jnp.array([2,0])]", "args": [arr(a)], "value": arr(a[jnp.array([2, 0])])},
        {"f": "a.at[1].set(0.)", "args": [arr(a)], "value": arr(a.at[1].set(0.0))},
        {"f": "a.at[0, 2].add(5.)", "args": [arr(a)], "value": arr(a.at[0, 2].add(5.0))},
        {"f": "one_hot([0,2],3)", "args": [], "value": arr(jax.nn.one_hot(jnp.array([0, 2]), 3))},
        {"f": "linalg.norm", "args": [arr(a)], "value": arr(jnp.linalg.norm(a))},
    ]
    return out


if __name__ == "__main__":
    write("numpy_ops", cases=numpy_ops(7))
