"""Where NumPy's random bits come from: PCG64 of the new generators, MT19937 of the old ones."""

from __future__ import annotations

import random
from typing import Any

from ._seeds import SeedSequence, words_of

_WORD = 0xFFFFFFFF
_LONG = 0xFFFFFFFFFFFFFFFF
_STATE = (1 << 128) - 1
_FACTOR = 0x2360ED051FC65DA44385DF649FCCF645


class BitGenerator:
    """What generators ask of their source: 64 or 32 bits, or a double in [0, 1)."""

    def __init__(self, seed: Any = None) -> None:
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)

    def uint64(self) -> int:
        """64 random bits."""
        raise NotImplementedError

    def uint32(self) -> int:
        """32 random bits."""
        raise NotImplementedError

    def double(self) -> float:
        """A double in [0, 1): 53 random bits."""
        return (self.uint64() >> 11) * 2.0**-53

    def spawn(self, n_children: int) -> list[Any]:
        """So many new sources, each independent of the others."""
        return [type(self)(one) for one in self.seed_seq.spawn(n_children)]


class PCG64(BitGenerator):
    """A linear congruential generator of 128 bits whose output is a rotation of its halves."""

    def __init__(self, seed: Any = None) -> None:
        super().__init__(seed)
        words = self.seed_seq.words(8)
        high, low, high_step, low_step = (words[i] | words[i + 1] << 32 for i in range(0, 8, 2))
        self._step = ((high_step << 64 | low_step) << 1 | 1) & _STATE
        self._state = ((self._step + (high << 64 | low)) * _FACTOR + self._step) & _STATE
        self._half: int | None = None

    def uint64(self) -> int:
        """64 random bits."""
        state = self._state = (self._state * _FACTOR + self._step) & _STATE
        value = (state >> 64 ^ state) & _LONG
        turn = state >> 122
        return (value >> turn | value << (64 - turn)) & _LONG

    def uint32(self) -> int:
        """32 random bits: half of 64, the other half next."""
        if self._half is not None:
            half, self._half = self._half, None
            return half
        value = self.uint64()
        self._half = value >> 32
        return value & _WORD

    @property
    def state(self) -> dict[str, Any]:
        """All that it goes on from; can be set."""
        inner = {"state": self._state, "inc": self._step}
        has = self._half is not None
        return {"bit_generator": "PCG64", "state": inner, "has_uint32": int(has), "uinteger": self._half or 0}

    @state.setter
    def state(self, value: dict[str, Any]) -> None:
        self._state, self._step = value["state"]["state"], value["state"]["inc"]
        self._half = value["uinteger"] if value["has_uint32"] else None


class MT19937(BitGenerator):
    """The Mersenne Twister: Python's own, seeded as NumPy seeds it."""

    def __init__(self, seed: Any = None) -> None:
        super().__init__(seed)
        # NumPy begins with the last word.
        self._set([0x80000000, *self.seed_seq.words(624)[1:]], 623)

    def _set(self, key: list[int], place: int = 624) -> None:
        self._twister = random.Random()
        self._twister.setstate((3, (*key, place), None))
        self.uint32 = lambda: self._twister.getrandbits(32)  # type: ignore[method-assign]
        self.double = self._twister.random  # type: ignore[method-assign]

    def uint64(self) -> int:
        """64 random bits: two draws of 32."""
        high = self._twister.getrandbits(32)
        return high << 32 | self._twister.getrandbits(32)

    def seed_as_before(self, seed: Any) -> None:
        """Seeds as ``numpy.random.seed`` has always done."""
        if hasattr(seed, "tolist"):
            seed = seed.tolist()
        if isinstance(seed, (list, tuple)):
            self._set(_by_array([word for part in seed for word in words_of(int(part))]))
            return
        seed = int(seed)
        if not 0 <= seed <= _WORD:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._set(_by_number(seed))

    @property
    def state(self) -> dict[str, Any]:
        """All that it goes on from; can be set."""
        import numpy

        *key, place = self._twister.getstate()[1]
        return {"bit_generator": "MT19937", "state": {"key": numpy.array(key, "uint32"), "pos": place}}

    @state.setter
    def state(self, value: dict[str, Any]) -> None:
        inner = value["state"]
        self._set([int(word) for word in inner["key"]], int(inner["pos"]))


def _by_number(seed: int) -> list[int]:
    key = [seed]
    for i in range(1, 624):
        last = key[-1]
        key.append((1812433253 * (last ^ last >> 30) + i) & _WORD)
    return key


def _by_array(words: list[int]) -> list[int]:
    key = _by_number(19650218)
    i, j = 1, 0
    for _ in range(max(624, len(words))):
        key[i] = ((key[i] ^ (key[i - 1] ^ key[i - 1] >> 30) * 1664525) + words[j] + j) & _WORD
        i, j = i + 1, (j + 1) % len(words)
        if i >= 624:
            key[0], i = key[623], 1
    for _ in range(623):
        key[i] = ((key[i] ^ (key[i - 1] ^ key[i - 1] >> 30) * 1566083941) - i) & _WORD
        i += 1
        if i >= 624:
            key[0], i = key[623], 1
    key[0] = 0x80000000
    return key
