"""How arrays, trees, texts and errors are written in a recording."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np


def arr(a: Any) -> dict[str, Any]:
    """An array: float32 as the exact double, infinities and NaN as text, keys as their words."""
    a = jnp.asarray(a)
    if jnp.issubdtype(a.dtype, jax.dtypes.prng_key):
        a = jax.random.key_data(a)
    n = np.asarray(a)
    flat = n.reshape(-1)
    if n.dtype == np.float32:
        data = [float(v) if np.isfinite(v) else str(v) for v in flat]
    elif n.dtype == np.bool_:
        data = [bool(v) for v in flat]
    else:
        data = [int(v) for v in flat]
    return {"shape": list(n.shape), "dtype": str(n.dtype), "data": data}


def tree(t: Any) -> Any:
    """A tree of arrays."""
    if isinstance(t, dict):
        return {k: tree(v) for k, v in t.items()}
    if isinstance(t, list | tuple):
        return [tree(v) for v in t]
    return arr(t)


def tidy(text: str) -> str:
    """Without what differs from run to run: addresses, and the place of the recorder."""
    return re.sub(r" at \S*record\w*\.py:\d+", "", re.sub(r"0x[0-9a-f]{6,}", "0x…", text))


def caught(f: Callable[[], Any]) -> dict[str, str]:
    """The text of what a call gives, or the type and text of its error."""
    try:
        return {"ok": tidy(repr(f()))}
    except Exception as e:
        return {"type": type(e).__name__, "text": tidy(str(e))}
