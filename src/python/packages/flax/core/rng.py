"""How a module's keys follow from the key given to `init` or `apply`."""

import hashlib
import sys
from typing import Any

import jax
import jax.numpy as jnp


class PathKey:
    """A base key with the steps from the root to the place where it is used.

    The steps are names of modules and counters of calls. The key itself is computed when it is needed:
    the base folded with the first four bytes of the SHA-1 of all steps.
    """

    __slots__ = ("base", "steps")

    def __init__(self, base: Any, steps: tuple[str | int, ...] = ()):
        self.base = base
        self.steps = steps

    def step(self, *steps: str | int) -> PathKey:
        """The same base, further along the path."""
        return PathKey(self.base, self.steps + steps)

    def key(self) -> Any:
        """The key at this place, of the same kind as the base."""
        if not self.steps:
            return self.base
        return jax.random.fold_in(self.base, path_hash(self.steps))


def path_hash(steps: tuple[str | int, ...]) -> int:
    """The 32 bits that stand for a path: names as UTF-8, numbers as their shortest big-endian bytes."""
    digest = hashlib.sha1(usedforsecurity=False)
    for step in steps:
        if _separated():
            digest.update(b"\00")
        if isinstance(step, str):
            digest.update(step.encode())
        else:
            digest.update(step.to_bytes((step.bit_length() + 7) // 8, "big"))
    return int.from_bytes(digest.digest()[:4], "big")


def _separated() -> bool:
    """Whether steps are told apart: ``flax.config.update("flax_fix_rng_separator", True)``."""
    configured = sys.modules.get("flax.configurations")
    return configured is not None and configured.config.flax_fix_rng_separator


def is_key(x: Any) -> bool:
    """Whether `x` is one key: typed with shape (), or raw uint32 with shape (2,)."""
    if isinstance(x, PathKey):
        return True
    if not isinstance(x, jax.Array):
        return hasattr(x, "dtype") and hasattr(x, "shape") and _is_raw_key(x)
    if jnp.issubdtype(x.dtype, jax.dtypes.prng_key):
        return x.shape == ()
    return _is_raw_key(x)


def _is_raw_key(x: Any) -> bool:
    return tuple(x.shape) == (2,) and x.dtype == jnp.uint32


def is_key_dict(x: Any) -> bool:
    """Whether `x` maps names of streams to keys."""
    return hasattr(x, "items") and all(isinstance(k, str) and is_key(v) for k, v in x.items())
