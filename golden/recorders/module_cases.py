"""Cases of modules and optimisers by name: a tree of arrays, a text, or an error.

The tests write the program behind each name a second time, in TypeScript.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from encoding import arr, tidy

import jax.numpy as jnp
from flax import nnx
from jax import random

KEY = random.PRNGKey(0)
X23 = random.normal(random.PRNGKey(1), (2, 3))
X53 = random.normal(random.PRNGKey(2), (5, 3))
Y52 = random.normal(random.PRNGKey(3), (5, 2))
LABELS = jnp.array([2, 0, 1, 1, 2])


def tree(t: Any) -> Any:
    """A tree of arrays; variables count as their arrays."""
    if isinstance(t, nnx.Variable):
        return tree(t.get_value())
    if isinstance(t, dict | nnx.State) or hasattr(t, "items"):
        return {str(k): tree(v) for k, v in sorted(dict(t.items()).items(), key=lambda kv: str(kv[0]))}
    if isinstance(t, list | tuple):
        return [tree(v) for v in t]
    if isinstance(t, bool | str | int | float) or t is None:
        return t
    return arr(t)


CASES: list[dict[str, Any]] = []


def value(name: str, f: Callable[[], Any]) -> None:
    """Adds a case with a tree of arrays."""
    CASES.append({"name": name, "value": tree(f())})


def text(name: str, f: Callable[[], Any]) -> None:
    """Adds a case with a repr."""
    CASES.append({"name": name, "text": clean(repr(listed(f())))})


def listed(t: Any) -> Any:
    """Plain tuples as lists, which is what they are in TypeScript."""
    return [listed(v) for v in t] if type(t) in (tuple, list) else t


def error(name: str, f: Callable[[], Any]) -> None:
    """Adds a case with the error that is raised."""
    try:
        f()
    except Exception as e:
        CASES.append({"name": name, "type": type(e).__name__, "text": tidy(str(e))})
        return
    raise SystemExit(f"{name} raised nothing")


def clean(s: str) -> str:
    """Without the attributes that only Flax's Python classes have."""
    s = re.sub(
        r"\n *(dot_general|promote_dtype|preferred_element_type|dot_general_cls|force_float32_reductions"
        r"|axis_name|axis_index_groups)( = |=)[^\n]*",
        "",
        tidy(s),
    )
    return re.sub(r",(\n *\))", r"\1", s)
