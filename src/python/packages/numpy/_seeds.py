"""``SeedSequence``: any seed as as many well mixed bits as a generator takes, word for word as NumPy mixes them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

_WORD = 0xFFFFFFFF
_POOL = 4


def words_of(number: int) -> list[int]:
    """The 32-bit words of a whole number, the lowest first."""
    if number < 0:
        raise ValueError("expected non-negative integer")
    words = [number & _WORD]
    while number := number >> 32:
        words.append(number & _WORD)
    return words


def _entropy_words(entropy: Any) -> list[int]:
    if hasattr(entropy, "tolist"):
        entropy = entropy.tolist()
    if isinstance(entropy, Iterable):
        return [word for part in entropy for word in words_of(int(part))]
    return words_of(int(entropy))


class _Hash:
    """A hash of words that goes on changing its own constant."""

    def __init__(self, constant: int, factor: int) -> None:
        self.constant = constant
        self.factor = factor

    def __call__(self, word: int) -> int:
        word ^= self.constant
        self.constant = self.constant * self.factor & _WORD
        word = word * self.constant & _WORD
        return word ^ word >> 16


def _mix(x: int, y: int) -> int:
    mixed = (0xCA01F9DD * x - 0x4973F715 * y) & _WORD
    return mixed ^ mixed >> 16


class SeedSequence:
    """A seed, mixed: ``generate_state`` gives words of it, ``spawn`` gives independent ones."""

    def __init__(self, entropy: Any = None, *, spawn_key: Any = (), pool_size: int = 4, n_children_spawned: int = 0):
        self.entropy = int.from_bytes(os.urandom(16), "little") if entropy is None else entropy
        self.spawn_key = tuple(spawn_key)
        self.pool_size = pool_size
        self.n_children_spawned = n_children_spawned
        words = _entropy_words(self.entropy)
        if self.spawn_key:
            words += [0] * (_POOL - len(words)) + [word for key in self.spawn_key for word in words_of(key)]
        mixed = _Hash(0x43B0D7E5, 0x931E8875)
        pool = [mixed(words[i] if i < len(words) else 0) for i in range(_POOL)]
        for source in range(_POOL):
            for target in range(_POOL):
                if source != target:
                    pool[target] = _mix(pool[target], mixed(pool[source]))
        for word in words[_POOL:]:
            pool = [_mix(old, mixed(word)) for old in pool]
        self._pool = pool

    def words(self, count: int) -> list[int]:
        """So many 32-bit words."""
        mixed = _Hash(0x8B51F9DD, 0x58F38DED)
        return [mixed(self._pool[i % _POOL]) for i in range(count)]

    def generate_state(self, n_words: int, dtype: Any = "uint32") -> Any:
        """So many words as an array."""
        import numpy

        kind = numpy.dtype(dtype)
        if kind.name == "uint32":
            return numpy.array(self.words(n_words), kind)
        low_high = self.words(2 * n_words)
        pairs = zip(low_high[::2], low_high[1::2], strict=True)
        return numpy.array([low | high << 32 for low, high in pairs], kind)

    def spawn(self, n_children: int) -> list[SeedSequence]:
        """So many new sequences, each independent of the others."""
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=(*self.spawn_key, first + i)) for i in range(n_children)]
