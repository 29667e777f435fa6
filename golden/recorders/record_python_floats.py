"""Records Python's repr of doubles."""

from __future__ import annotations

from typing import Any

from recording import write

import numpy as np


def python_floats() -> list[dict[str, Any]]:
    """Corner cases, and sixty numbers of many magnitudes."""
    r = np.random.default_rng(1)
    fixed = [
        0.0,
        -0.0,
        1.0,
        0.1,
        1e16,
        1e15,
        9999999999999998.0,
        1e-4,
        1e-5,
        1 / 3,
        2.0**60,
        5e-324,
        1.7976931348623157e308,
        0.10000000149011612,
    ]
    return [
        {"value": v if v != 0 else str(v), "repr": repr(v)}
        for v in fixed + [float(v) for v in np.exp(r.uniform(-40, 40, 60))]
    ]


if __name__ == "__main__":
    write("python_floats", cases=python_floats())
