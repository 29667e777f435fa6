"""``numpy.random.Generator``: the draws that prepare data, with NumPy's own numbers."""

from __future__ import annotations

from typing import Any

from ._bit_generators import PCG64, BitGenerator
from ._bounded import lemire, masked
from ._drawing import drawn, integers, permuted, picked, shifted, shuffle_in_place, shuffled, weighted
from ._refused_draws import refused
from ._ziggurat import normal


class Generator:
    """Draws from a source of bits."""

    def __init__(self, bit_generator: BitGenerator) -> None:
        self.bit_generator = bit_generator

    def __repr__(self) -> str:
        return f"Generator({type(self.bit_generator).__name__}) at 0x{id(self):X}"

    def __str__(self) -> str:
        return f"Generator({type(self.bit_generator).__name__})"

    def __getattr__(self, name: str) -> Any:
        raise refused("Generator", name)

    def _below(self, most: int) -> int:
        return lemire(self.bit_generator, most)

    def _interval(self, most: int) -> int:
        return masked(self.bit_generator, most)

    def random(self, size: Any = None, dtype: Any = "float64", out: Any = None) -> Any:
        """Numbers in [0, 1)."""
        del out
        import numpy

        bits = self.bit_generator
        if numpy.dtype(dtype).name == "float32":
            value = drawn(size, lambda: (bits.uint32() >> 8) * 2.0**-24, numpy.float32)
            return numpy.float32(value) if size is None else value
        return drawn(size, bits.double)

    def standard_normal(self, size: Any = None, dtype: Any = "float64", out: Any = None) -> Any:
        """Draws of the standard normal distribution."""
        del out
        import numpy

        if numpy.dtype(dtype).name != "float64":
            raise NotImplementedError("standard_normal draws float64 on this page. Convert: .astype(np.float32).")
        return drawn(size, lambda: normal(self.bit_generator))

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Draws of a normal distribution."""
        return shifted(size, lambda: normal(self.bit_generator), loc, scale)

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Numbers in [low, high)."""
        return shifted(size, self.bit_generator.double, low, high - low)

    def integers(self, low: Any, high: Any = None, size: Any = None, dtype: Any = None, endpoint: bool = False) -> Any:
        """Whole numbers from ``low`` up to ``high``, without it unless ``endpoint``."""
        return integers(self.bit_generator, low, high, size, dtype, False, endpoint)

    def shuffle(self, x: Any, axis: int = 0) -> None:
        """Shuffles a list, or an array along its first axis, in place."""
        if axis != 0:
            raise NotImplementedError("shuffle works along the first axis on this page.")
        shuffle_in_place(x, self._interval)

    def permutation(self, x: Any, axis: int = 0) -> Any:
        """The numbers below ``x``, or the rows of an array, in a random order."""
        if axis != 0:
            raise NotImplementedError("permutation works along the first axis on this page.")
        return permuted(x, self._interval)

    def choice(
        self, a: Any, size: Any = None, replace: bool = True, p: Any = None, axis: int = 0, shuffle: bool = True
    ) -> Any:
        """Items of ``a``, or numbers below it."""
        if axis != 0:
            raise NotImplementedError("choice works along the first axis on this page.")

        def where(population: int, count: int) -> list[int]:
            if p is not None:
                if not replace:
                    raise NotImplementedError("choice with p draws with replacement on this page.")
                return weighted(p, population, count, self.bit_generator.double)
            if replace:
                return [self._below(population - 1) for _ in range(count)]
            return self._distinct(population, count, shuffle)

        return picked(a, size, where)

    def _distinct(self, population: int, count: int, shuffle: bool) -> list[int]:
        if count > population:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if population > 10000 and count > population // (50 if shuffle else 20):
            order = shuffled(list(range(population)), self._below, max(population - count, 1))
            return order[population - count :]
        taken: dict[int, None] = {}
        for j in range(population - count, population):
            value = self._below(j)
            taken[j if value in taken else value] = None
        return shuffled(list(taken), self._below) if shuffle else list(taken)

    def spawn(self, n_children: int) -> list[Generator]:
        """So many new generators, each independent of the others."""
        return [Generator(bits) for bits in self.bit_generator.spawn(n_children)]


def default_rng(seed: Any = None) -> Generator:
    """NumPy's usual generator: PCG64 with this seed."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, BitGenerator) else PCG64(seed))
