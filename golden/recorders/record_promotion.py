"""Records the dtype and weak flag of arithmetic between any two kinds of numbers."""

from __future__ import annotations

import itertools
from typing import Any

from recording import write

import jax.numpy as jnp


def promotion() -> list[dict[str, Any]]:
    """One case for each operation and two kinds."""
    kinds = {
        "bool": lambda: jnp.array(True),
        "int32": lambda: jnp.array([1], jnp.int32),
        "uint32": lambda: jnp.array([1], jnp.uint32),
        "float32": lambda: jnp.array([1.0], jnp.float32),
        "float16": lambda: jnp.array([1.0], jnp.float16),
        "bfloat16": lambda: jnp.array([1.0], jnp.bfloat16),
        "weak int": lambda: 1,
        "weak float": lambda: 1.0,
        "weak bool": lambda: True,
    }
    ops = {
        "add": jnp.add,
        "multiply": jnp.multiply,
        "true_divide": jnp.true_divide,
        "power": jnp.power,
    }
    out = []
    for (a, fa), (b, fb), (o, f) in itertools.product(kinds.items(), kinds.items(), ops.items()):
        try:
            r = f(fa(), fb())
            out.append({"op": o, "a": a, "b": b, "dtype": str(r.dtype), "weak": bool(r.weak_type)})
        except Exception as e:
            out.append({"op": o, "a": a, "b": b, "error": type(e).__name__})
    return out


if __name__ == "__main__":
    write("promotion", cases=promotion())
