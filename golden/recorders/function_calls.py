"""Calls of array functions, on a few arrays, as the recorders of functions list them.

A case has the function's full name, its arguments and what it gives; for functions of floats also the gradient of
sum(w * result) in each argument that holds float arrays, where w repeats 1, 1.25, 1.5 over the elements of each result.
"""

from __future__ import annotations

import importlib
import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

warnings.filterwarnings("ignore")
NP, NN, LAX, LA, RANDOM = "jax.numpy.", "jax.nn.", "jax.lax.", "jax.numpy.linalg.", "jax.random."
SPECIAL = "jax.scipy.special."
CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], bool]] = []


def f32(*values: Any) -> jax.Array:
    """An array of float32."""
    return jnp.array(np.array(values, dtype=np.float32))


def i32(*values: Any) -> jax.Array:
    """An array of int32."""
    return jnp.array(np.array(values, dtype=np.int32))


NAN, INF = math.nan, math.inf
A = f32([0.5, -1.25, 2.0], [-0.75, 0.25, 1.5])
B = f32([1.5, 0.5, -2.0], [0.75, -1.0, 3.0])
P = f32([0.5, 1.25, 2.0], [0.75, 0.25, 1.5])
U = f32([0.5, -0.25, 0.875], [-0.75, 0.125, 0.0625])
V = f32(0.5, -1.0, 2.0, 1.25)
W = f32(1.5, 0.25, -0.5, 3.0)
S = f32(0.5, 1.0, 2.0, 3.25)
TIES = f32([1.0, 2.0, 2.0], [0.0, -1.0, 0.0])
NANS = f32([1.0, NAN, 2.0], [NAN, -1.5, 0.5])
LONE = f32([NAN, NAN, NAN], [1.0, 2.0, NAN])
EDGES = f32(0.0, INF, -INF, NAN)
ZEROS = f32(0.0, -0.0, 1.0, -2.5)
HALVES = f32([0.5, 1.5, -0.5], [2.5, -1.5, 0.2])
I = i32([3, -1, 2], [0, 5, -4])  # noqa: E741
J = i32([2, 3, -3], [1, -2, 4])
K = i32(5, 0, 3, 1)
FLAGS = jnp.array([[True, False, True], [True, True, False]])
OTHER = jnp.array([[True, True, False], [False, True, False]])
M = f32([2.0, -1.0, 0.5], [0.25, 1.5, -0.75], [1.0, 0.5, 3.0])
SPD = f32([4.0, 1.0, 0.5], [1.0, 3.0, -0.25], [0.5, -0.25, 2.0])
R = f32([1.0, -0.5, 2.0], [0.5, 1.5, -1.0], [0.25, 0.75, 1.0])
T3 = jnp.arange(12, dtype=jnp.float32).reshape(2, 3, 2) * 0.25 - 1.0


def case(name: str, *args: Any, grad: bool = True, **kwargs: Any) -> None:
    """Adds a call, with its gradient unless it has none."""
    CASES.append((name, args, kwargs, grad))


def each(prefix: str, names: str, *args: Any, **kwargs: Any) -> None:
    """Adds the same call of several functions."""
    for name in names.split():
        case(prefix + name, *args, **kwargs)


def encode(value: Any) -> Any:
    """An argument as it is recorded."""
    if isinstance(value, jax.Array | np.ndarray):
        return {"$": record(value)}
    if isinstance(value, list | tuple):
        return [encode(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {"number": str(value)}
    if value in (jnp.float32, jnp.int32) if isinstance(value, type) else False:
        return value.__name__
    return value


def record(value: Any) -> dict[str, Any]:
    """An array as it is recorded."""
    n = np.asarray(
        jax.random.key_data(value) if jnp.issubdtype(jnp.asarray(value).dtype, jax.dtypes.prng_key) else value
    )
    flat = n.reshape(-1)
    if n.dtype == np.float32:
        data = [float(v) if np.isfinite(v) else str(v) for v in flat]
    elif n.dtype == np.bool_:
        data = [bool(v) for v in flat]
    else:
        data = [int(v) for v in flat]
    return {"shape": list(n.shape), "dtype": str(n.dtype), "data": data}


def function(name: str) -> Callable[..., Any]:
    """A function by its full name."""
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def results(f: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[jax.Array]:
    """The leaves of what a call gives."""
    return [jnp.asarray(leaf) for leaf in jax.tree.leaves(f(*args, **kwargs))]


def floats(tree: Any) -> bool:
    """Whether a tree holds an array of float32."""
    return any(isinstance(x, jax.Array) and x.dtype == jnp.float32 for x in jax.tree.leaves(tree))


def weighted(values: list[jax.Array]) -> Any:
    """The sum of the finite floats, each by its weight."""
    total = 0.0
    for value in values:
        if value.dtype == jnp.float32:
            w = jnp.resize(f32(1.0, 1.25, 1.5), value.size).reshape(value.shape) if value.size else value
            total = total + jnp.sum(jnp.where(jnp.isfinite(value), value, 0) * w)
    return total


def run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any], grad: bool) -> dict[str, Any]:
    """A call with its values and, for functions of floats, its gradients."""
    f = function(name)
    values = results(f, args, kwargs)
    entry = {"f": name, "args": encode(args), "kwargs": encode_keywords(kwargs), "values": [record(v) for v in values]}
    argnums = [i for i, a in enumerate(args) if floats(a)]
    if grad and argnums and any(v.dtype == jnp.float32 for v in values):

        def loss(*a: Any) -> Any:
            return weighted(results(f, a, kwargs))

        # Lists may hold whole numbers, which have no gradient.
        grads = jax.grad(loss, argnums=argnums, allow_int=True)(*args)
        entry["grads"] = [
            {"argnum": i, "leaves": [record(leaf) for leaf in jax.tree.leaves(g)]}
            for i, g in zip(argnums, grads, strict=False)
        ]
    return entry


def encode_keywords(kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """Keyword arguments as they are recorded."""
    return {k: encode(v) for k, v in kwargs.items()}
