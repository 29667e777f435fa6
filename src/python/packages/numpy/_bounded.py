"""Whole numbers below a bound, drawn from random bits as NumPy draws them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_WORD = 0xFFFFFFFF


def lemire(bits: Any, most: int) -> int:
    """A number from 0 to ``most``: the high half of a product, with few divisions."""
    if most == 0:
        return 0
    width = 32 if most <= _WORD else 64
    draw = bits.uint32 if width == 32 else bits.uint64
    return _lemire(draw, most, width)


def _lemire(draw: Callable[[], int], most: int, width: int) -> int:
    mask = (1 << width) - 1
    if most == mask:
        return draw()
    bound = most + 1
    product = draw() * bound
    if product & mask < bound:
        least = (mask - most) % bound
        while product & mask < least:
            product = draw() * bound
    return product >> width


def masked(bits: Any, most: int) -> int:
    """A number from 0 to ``most``: bits are drawn until they are no larger."""
    if most == 0:
        return 0
    mask = (1 << most.bit_length()) - 1
    draw = bits.uint32 if most <= _WORD else bits.uint64
    while (value := draw() & mask) > most:
        pass
    return value


class _Bytes:
    """Parts of 8 or 16 bits of the words that are drawn, the lowest first."""

    def __init__(self, bits: Any, width: int) -> None:
        self._bits, self._width, self._left, self._word = bits, width, 0, 0

    def __call__(self) -> int:
        if self._left == 0:
            self._word, self._left = self._bits.uint32(), 32 // self._width
        else:
            self._word >>= self._width
        self._left -= 1
        return self._word & ((1 << self._width) - 1)


def many(bits: Any, most: int, count: int, width: int, by_mask: bool) -> list[int]:
    """So many numbers from 0 to ``most`` for elements of so many bits."""
    if most == 0:
        return [0] * count
    if width > 16:
        one = masked if by_mask else lemire
        return [one(bits, most) for _ in range(count)]
    draw = _Bytes(bits, width)
    if not by_mask:
        return [_lemire(draw, most, width) for _ in range(count)]
    mask = (1 << most.bit_length()) - 1
    values = []
    while len(values) < count:
        value = draw() & mask
        if value <= most:
            values.append(value)
    return values
