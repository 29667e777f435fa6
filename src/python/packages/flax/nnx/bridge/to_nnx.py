"""A Linen module as an NNX Module."""

from __future__ import annotations

import functools
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import jax
from flax.nnx import graphlib
from flax.nnx.bridge.variables import linen_vars_to_nnx_attrs, merged, nnx_attrs_to_linen_vars
from flax.nnx.module import Module
from flax.nnx.pytree_fields import data, has_data, is_data
from flax.nnx.pytreelib import Pytree
from flax.nnx.rnglib import Rngs


@contextmanager
def _initializing(module: Module) -> Iterator[None]:
    nodes = [value for _, value in graphlib.iter_graph(module) if isinstance(value, Pytree)]
    for node in nodes:
        node._pytree__state._initializing = True
    try:
        yield
    finally:
        for _, value in graphlib.iter_graph(module):
            if isinstance(value, Pytree):
                value._pytree__state._initializing = False


def lazy_init(fn: Any, *args: Any, **kwargs: Any) -> Any:
    """Run a Module, or a method of one, so that its Linen parts make their variables.

    Gives ``fn`` back; ValueError for a function that is no method of a Module.
    """
    module = fn if isinstance(fn, Module) else getattr(fn, "__self__", None)
    run: Any = fn
    if not isinstance(module, Module):
        raise ValueError(f"fn = {fn!r} needs to be a method of an NNX Module.")
    with _initializing(module):
        run(*args, **kwargs)
    return fn


def _keys(rngs: Any) -> dict[str, jax.Array]:
    """One key from each stream; ``default`` serves for ``params`` if that is missing."""
    if isinstance(rngs, jax.Array):
        return {"params": rngs}
    keys = {name: stream() for name, stream in rngs.items()} if isinstance(rngs, Rngs) else {}
    if "params" not in keys and "default" in keys:
        keys["params"] = keys.pop("default")
    return keys


def _current_scope() -> Any:
    """The scope of the bridge's or Linen's module that is running, None outside of one."""
    bridge_module = sys.modules.get("flax.nnx.bridge.module")
    running = None if bridge_module is None else bridge_module.current_module()
    if running is not None:
        return running.scope
    from flax.linen._state import running as linen_running

    current = linen_running[-1]
    return None if current is None else current.scope


class ToNNX(Module):
    """An NNX Module around a Linen one; its variables are attributes after ``lazy_init``.

    ``rngs`` are Rngs, of which streams are forked, or a key for ``params``. Each call draws one
    key of every stream for the Linen module.
    """

    def __init__(self, module: Any, rngs: Rngs | jax.Array | None = None):
        self.to_nnx__module = module
        if isinstance(rngs, jax.Array):
            self.to_nnx__rngs = Rngs(params=rngs)
        elif isinstance(rngs, Rngs):
            self.to_nnx__rngs = rngs.fork()
        else:
            self.to_nnx__rngs = rngs

    @property
    def rngs(self) -> Any:
        """Deprecated: ``to_nnx__rngs``."""
        _renamed("rngs")
        return self.to_nnx__rngs

    @property
    def module(self) -> Any:
        """Deprecated: ``to_nnx__module``."""
        _renamed("module")
        return self.to_nnx__module

    def _setattr(self, name: str, value: Any) -> None:
        # Nested dicts of Variables come from Linen and are data.
        super()._setattr(name, data(value) if not is_data(value) and has_data(value) else value)

    def lazy_init(self, *args: Any, **kwargs: Any) -> ToNNX:
        """Initialize the Linen module by a call with example inputs; gives the Module back."""
        return lazy_init(self, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        linen_module = vars(self).get("to_nnx__module")
        method = getattr(type(linen_module), name, None)
        if linen_module is not None and callable(method):
            bound = functools.partial(self.__call__, method=method)
            bound.__self__ = self  # type: ignore[attr-defined]
            return bound
        return super().__getattribute__(name)

    def __call__(
        self,
        *args: Any,
        rngs: Rngs | jax.Array | None = None,
        method: Callable[..., Any] | str | None = None,
        mutable: Any = None,
        **kwargs: Any,
    ) -> Any:
        keys = _keys(self.to_nnx__rngs if rngs is None else rngs)
        module = self.to_nnx__module
        if self._pytree__state.initializing:
            out, updates = module.init_with_output(keys, *args, method=method, **kwargs)
        else:
            if mutable is None:
                scope = _current_scope()
                mutable = False if scope is None else scope.mutable
            out = module.apply(
                self._linen_variables(),
                *args,
                rngs=keys,
                method=method,
                mutable=mutable,
                **kwargs,
            )
            out, updates = out if mutable is not False else (out, None)
        for name, value in linen_vars_to_nnx_attrs(updates).items() if updates else ():
            old = vars(self).get(name)
            if isinstance(value, dict) and old is not None:
                value = merged(old, value)
            setattr(self, name, data(value))
        return out

    def _linen_variables(self) -> dict[str, Any]:
        own = ("to_nnx__", "_pytree__")
        return nnx_attrs_to_linen_vars({name: value for name, value in vars(self).items() if not name.startswith(own)})


def _renamed(name: str) -> None:
    warnings.warn(
        f"`ToNNX.{name}` is deprecated. Please use `to_nnx__{name}` instead.",
        DeprecationWarning,
        stacklevel=3,
    )
