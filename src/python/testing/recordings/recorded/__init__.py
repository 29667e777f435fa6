"""The recordings of golden/, and comparisons of arrays with them."""

from __future__ import annotations

import json
import pathlib
import re
from typing import Any

import jax.numpy as jnp


def cases_of(name: str) -> list[dict[str, Any]]:
    """The cases of golden/recordings/<name>.json."""
    text = pathlib.Path(__file__).with_name(f"{name}.json").read_text()
    return json.loads(text)["cases"]


def tidy(text: str) -> str:
    """Without what differs from run to run: addresses, and the place of the program."""
    return re.sub(r" at (\S*\.py|<string>):\d+", "", re.sub(r"0x[0-9a-f]{6,}", "0x…", text))


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self) -> None:
        self.drawn = 0
        self.unequal = 0
        self.compared = 0
        self.wrong: list[str] = []

    def exact(self, label: str, got: Any, recorded: Any) -> None:
        """Drawn weights: equal but for 3 units in the last place, on few of all."""
        for name, x, y in self._pairs(label, got, recorded):
            self.drawn += 1
            self.unequal += x != y
            self._check(name, x, y, 3 * 2**-23 * abs(y))

    def close(self, label: str, got: Any, recorded: Any) -> None:
        """Computed numbers: within the tolerance of float32."""
        for name, x, y in self._pairs(label, got, recorded):
            self.compared += 1
            self._check(name, x, y, 1e-6 + 1e-5 * abs(y))

    def few_unequal(self) -> bool:
        """Whether at most one in a hundred drawn numbers, or one of few, differs in its last places."""
        return self.unequal <= max(1, 0.01 * self.drawn)

    def _check(self, name: str, x: float, y: float, allowed: float) -> None:
        if not abs(x - y) <= allowed:
            self.wrong.append(f"{name}: {x} for {y}")

    def _pairs(self, label: str, got: Any, recorded: Any) -> Any:
        if isinstance(recorded, dict) and "data" not in recorded:
            if set(got) != set(recorded):
                self.wrong.append(f"{label} has {list(got)} for {list(recorded)}")
                return
            for key, value in recorded.items():
                yield from self._pairs(f"{label}.{key}", got[key], value)
            return
        x = jnp.asarray(got)
        if list(x.shape) != recorded["shape"] or str(x.dtype) != recorded["dtype"]:
            self.wrong.append(f"{label} is {x.dtype}{x.shape} for {recorded['dtype']}{recorded['shape']}")
            return
        for a, b in zip(x.reshape(-1).tolist(), recorded["data"], strict=True):
            yield label, a, b
