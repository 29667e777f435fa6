"""``numpy.random.RandomState`` and the functions of ``numpy.random``: the old draws, with NumPy's own numbers."""

from __future__ import annotations

import math
from typing import Any

from ._bit_generators import MT19937
from ._bounded import masked
from ._drawing import drawn, integers, permuted, picked, shifted, shuffle_in_place, weighted
from ._refused_draws import refused


class RandomState:
    """Draws from the Mersenne Twister, in the order in which they have always been made."""

    def __init__(self, seed: Any = None) -> None:
        self._bits = MT19937()
        self._second: float | None = None
        if seed is not None:
            self.seed(seed)

    def __repr__(self) -> str:
        return f"RandomState(MT19937) at 0x{id(self):X}"

    def __str__(self) -> str:
        return "RandomState(MT19937)"

    def __getattr__(self, name: str) -> Any:
        raise refused("RandomState", name)

    def seed(self, seed: Any = None) -> None:
        """Starts anew."""
        self._second = None
        if seed is None:
            self._bits = MT19937()
        else:
            self._bits.seed_as_before(seed)

    def _below(self, most: int) -> int:
        return masked(self._bits, most)

    def _gauss(self) -> float:
        """By the polar method, which gives two draws at a time."""
        if self._second is not None:
            value, self._second = self._second, None
            return value
        double = self._bits.double
        while True:
            x1, x2 = 2.0 * double() - 1.0, 2.0 * double() - 1.0
            squares = x1 * x1 + x2 * x2
            if 0.0 < squares < 1.0:
                break
        factor = math.sqrt(-2.0 * math.log(squares) / squares)
        self._second = factor * x1
        return factor * x2

    def random_sample(self, size: Any = None) -> Any:
        """Numbers in [0, 1)."""
        return drawn(size, self._bits.double)

    random = ranf = sample = random_sample

    def rand(self, *args: int) -> Any:
        """Numbers in [0, 1), in this shape."""
        return self.random_sample(args or None)

    def randn(self, *args: int) -> Any:
        """Draws of the standard normal distribution, in this shape."""
        return self.standard_normal(args or None)

    def standard_normal(self, size: Any = None) -> Any:
        """Draws of the standard normal distribution."""
        return drawn(size, self._gauss)

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Draws of a normal distribution."""
        return shifted(size, self._gauss, loc, scale)

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Numbers in [low, high)."""
        return shifted(size, self._bits.double, low, high - low)

    def exponential(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Draws of an exponential distribution."""
        return shifted(size, lambda: -math.log1p(-self._bits.double()), 0.0, scale)

    def randint(self, low: Any, high: Any = None, size: Any = None, dtype: Any = None) -> Any:
        """Whole numbers from ``low`` up to but without ``high``."""
        return integers(self._bits, low, high, size, dtype, True, False)

    def shuffle(self, x: Any) -> None:
        """Shuffles a list, or an array along its first axis, in place."""
        shuffle_in_place(x, self._below)

    def permutation(self, x: Any) -> Any:
        """The numbers below ``x``, or the rows of an array, in a random order."""
        return permuted(x, self._below)

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
        """Items of ``a``, or numbers below it."""

        def where(population: int, count: int) -> Any:
            if p is not None:
                if not replace:
                    raise NotImplementedError("choice with p draws with replacement on this page.")
                return weighted(p, population, count, self._bits.double)
            if replace:
                return self.randint(0, population, count).tolist()
            if count > population:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            return self.permutation(population).tolist()[:count]

        return picked(a, size, where)

    def get_state(self, legacy: bool = True) -> Any:
        """All that it goes on from."""
        inner = self._bits.state
        if legacy:
            key = inner["state"]
            return ("MT19937", key["key"], key["pos"], int(self._second is not None), self._second or 0.0)
        return {**inner, "has_gauss": int(self._second is not None), "gauss": self._second or 0.0}

    def set_state(self, state: Any) -> None:
        """Goes on from what ``get_state`` gave."""
        if isinstance(state, dict):
            state = ("MT19937", state["state"]["key"], state["state"]["pos"], state["has_gauss"], state["gauss"])
        _, key, place, has, second = state
        self._bits.state = {"state": {"key": key, "pos": place}}
        self._second = second if has else None
