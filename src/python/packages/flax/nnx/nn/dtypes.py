"""The common dtype of a layer's inputs and parameters."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp


def canonicalize_dtype(*args: Any, dtype: Any = None, inexact: bool = True) -> Any:
    """``dtype``, or the one the arguments promote to; at least float32 if ``inexact``.

    ValueError if an inexact dtype is asked for and ``dtype`` is none.
    """
    if dtype is None:
        dtype = jnp.result_type(*(jnp.asarray(x) for x in args if x is not None))
        if inexact and not jnp.issubdtype(dtype, jnp.inexact):
            dtype = jnp.promote_types(jnp.float32, dtype)
    if inexact and not jnp.issubdtype(dtype, jnp.inexact):
        raise ValueError(f"Dtype must be inexact: {dtype}")
    return dtype


def promote_dtype(args: Any, /, *, dtype: Any = None, inexact: bool = True) -> Any:
    """The arguments as arrays of one dtype; None stays None."""
    dtype = canonicalize_dtype(*args, dtype=dtype, inexact=inexact)
    return tuple(None if x is None else jnp.asarray(x, dtype) for x in args)
