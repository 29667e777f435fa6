"""Trees of arrays as one vector."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import numpy as _jnp
from ._src.transforms.flat import flatten_arrays as _flatten_arrays

__all__ = ["ravel_pytree"]


def ravel_pytree(pytree: Any) -> tuple[Any, Callable[[Any], Any]]:
    """All leaves of a tree in one vector, and a function that takes such a vector apart again."""
    arrays, treedef = _flatten_arrays(pytree)
    if not arrays:
        return _jnp.zeros(0), lambda _: treedef.unflatten([])
    sizes = [x.size for x in arrays]
    dtype = _jnp.result_type(*arrays)
    flat = _jnp.concatenate([_jnp.ravel(x).astype(dtype) for x in arrays])

    def unravel(vector: Any) -> Any:
        if vector.shape != (sum(sizes),):
            raise ValueError(
                f"unravel function given array of shape {vector.shape}, but expected array of shape {(sum(sizes),)}"
            )
        leaves, start = [], 0
        for x, n in zip(arrays, sizes, strict=True):
            leaves.append(vector[start : start + n].reshape(x.shape).astype(x.dtype))
            start += n
        return treedef.unflatten(leaves)

    return flat, unravel
