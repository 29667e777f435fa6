"""Switches and contexts that programs name, as far as they have a meaning here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from .jit import _disabled

_WITHOUT_EFFECT = frozenset(
    (
        "jax_platform_name jax_cpu_enable_async_dispatch jax_compilation_cache_dir jax_enable_compilation_cache "
        "jax_log_compiles jax_logging_level jax_traceback_filtering jax_num_cpu_devices jax_enable_custom_prng "
        "jax_explain_cache_misses jax_persistent_cache_min_compile_time_secs jax_persistent_cache_min_entry_size_bytes"
    ).split()
)
"""Options about devices, caches and logs: programs may set them, and nothing changes here."""


class Config:
    """``jax.config``: what can be set says so, the rest keeps JAX's defaults."""

    jax_enable_x64 = False
    jax_debug_nans = False
    jax_disable_jit = False
    jax_numpy_rank_promotion = "allow"
    jax_numpy_dtype_promotion = "standard"
    jax_threefry_partitionable = True
    jax_default_matmul_precision = None
    jax_platforms = None
    jax_default_prng_impl = "threefry2x32"

    def update(self, name: str, value: Any) -> None:
        """Sets an option. What this page cannot do raises."""
        if name in _WITHOUT_EFFECT:
            return
        if not hasattr(type(self), name):
            raise AttributeError(f"Unrecognized config option: {name}")
        if name == "jax_disable_jit":
            _disabled[0] = bool(value)
        elif name == "jax_default_matmul_precision" or name == "jax_platforms":
            pass
        elif value != getattr(type(self), name):
            raise NotImplementedError(f"jax.config.update({name!r}, {value!r}) works in JAX but not here.")
        setattr(self, name, value)


config = Config()


@contextlib.contextmanager
def disable_jit(disable: bool = True) -> Iterator[None]:
    """While it lasts, jitted functions run as plain Python."""
    before = _disabled[0]
    _disabled[0] = disable
    try:
        yield
    finally:
        _disabled[0] = before


@contextlib.contextmanager
def checking_leaks(enable: bool = True) -> Iterator[None]:
    """While it lasts, JAX looks for tracers that are kept; here using one later raises in any case."""
    yield


def clear_caches() -> None:
    """Forgets what was staged: each function forgets its own here, so there is nothing to do."""


@contextlib.contextmanager
def named_scope(name: str) -> Iterator[None]:
    """Names a part of a computation; here without an effect."""
    yield


def named_call(fun: Callable[..., Any], *, name: str | None = None) -> Callable[..., Any]:
    """Names a function in profiles; here without an effect."""
    return fun


@contextlib.contextmanager
def ensure_compile_time_eval() -> Iterator[None]:
    """Would compute at once inside jit; refused, since staging cannot be left here."""
    raise NotImplementedError("jax.ensure_compile_time_eval exists in JAX but not here.")
    yield


@contextlib.contextmanager
def numpy_dtype_promotion(new_val: str = "standard") -> Iterator[None]:
    """Only JAX's standard promotion is there."""
    if new_val != "standard":
        raise NotImplementedError(f"numpy_dtype_promotion({new_val!r}) works in JAX but not here.")
    yield
