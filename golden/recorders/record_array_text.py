"""Records repr and str of arrays of many shapes, dtypes and magnitudes."""

from __future__ import annotations

from typing import Any

from recording import write

import jax
import jax.numpy as jnp
import numpy as np
from jax import random


def text_case(a: jax.Array) -> dict[str, Any]:
    """An array's numbers with its repr and str; half floats are written as doubles too."""
    is_key = jnp.issubdtype(a.dtype, jax.dtypes.prng_key)
    n = np.asarray(random.key_data(a) if is_key else a)
    to = bool if n.dtype == np.bool_ else int if np.issubdtype(n.dtype, np.integer) else float
    flat = [to(v) for v in n.reshape(-1)]
    data = [v if np.isfinite(v) and not (v == 0 and np.signbit(v)) else str(v) for v in flat]
    return {
        "shape": list(a.shape),
        "dtype": str(a.dtype),
        "weak": bool(getattr(a, "weak_type", False)),
        "data": data,
        "repr": repr(a),
        "str": str(a),
    }


def array_text() -> list[dict[str, Any]]:
    """Special numbers, normals of many scales, long arrays that are cut, other dtypes, empty ones and keys."""
    r = np.random.default_rng(0)

    def f(v: Any, dtype: Any = jnp.float32) -> jax.Array:
        return jnp.array(v, dtype)

    specials = [
        1.5,
        2.0,
        1e16,
        1e15,
        123456.789,
        1e-5,
        1e-4,
        9.9999e-5,
        3e38,
        1e7,
        16777216.0,
        999999.0,
        1e6,
        0.1,
        1234567.0,
        0.00012345,
        1e-45,
        1.17549435e-38,
        float("nan"),
        float("inf"),
        float("-inf"),
        -0.0,
        0.0,
        -1.5,
        1 / 3,
        65504.0,
        0.001953125,
        0.005859375,
        -0.009765625,
        8388608.5,
        2.0**-24,
        1000.0,
        999.5,
    ]
    out = [f(v, t) for v in specials for t in (jnp.float32, jnp.float16, jnp.bfloat16)]
    out += [f([v, 1.0], t) for v in specials for t in (jnp.float32, jnp.float16, jnp.bfloat16)]
    for scale in (1e-6, 1e-3, 0.03, 1.0, 30.0, 1e4, 1e6):
        for shape in ((1,), (7,), (20,), (3, 4), (2, 3, 2), (2, 1, 3, 2), (1, 15), (2, 11)):
            out.append(f(r.normal(size=shape) * scale))
    out += [f(2.0 ** -r.integers(1, 14, (13,)) * r.integers(1, 400, (13,))) for _ in range(4)]
    out += [f(np.exp(r.uniform(-20, 20, (5,)))) for _ in range(6)]
    out += [f(r.normal(size=(4, 3)), t) for t in (jnp.float16, jnp.bfloat16)]
    out += [
        f(r.integers(-800, 800, s) / 8)
        for s in ((1001,), (40, 30), (3, 400), (400, 3), (2, 30, 20), (11, 10, 10), (6, 6, 6, 6))
    ]
    out += [f([1.0, v, 2.5]) for v in (float("nan"), float("inf"), float("-inf"))]
    out += [
        f([float("nan")] * 3),
        f([float("inf"), float("-inf")]),
        f([1e10, float("-inf"), 1.0]),
        f([[float("nan"), -1e-7], [1.0, 2.0]]),
    ]
    out += [f(r.integers(-1000, 100000, s), jnp.int32) for s in ((), (3,), (30,), (3, 4), (2, 2, 2), (1100,))]
    out += [f(r.integers(0, 2**32, s, dtype=np.uint32), jnp.uint32) for s in ((), (2,), (4, 2), (12,))]
    out += [f(r.integers(0, 2, s), jnp.bool_) for s in ((), (1,), (20,), (3, 5), (1001,))]
    out += [jnp.zeros(s, t) for s in ((0,), (0, 3), (2, 0), (3, 0, 2)) for t in (jnp.float32, jnp.int32, jnp.bool_)]
    out += [
        jnp.array(3),
        jnp.array(-2.5),
        jnp.sqrt(4),
        jnp.arange(3) * 1.5,
        random.key(7),
        random.split(random.key(0), 3),
        random.split(random.key(1), (2, 2)),
    ]
    return [text_case(a) for a in out]


if __name__ == "__main__":
    write("array_text", cases=array_text())
