"""An NNX class as a Linen module."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
from flax import linen
from flax.core import FrozenDict
from flax.nnx import graphlib, statelib, traversals
from flax.nnx.bridge.variables import is_box, to_linen_var, unboxed
from flax.nnx.filterlib import Not
from flax.nnx.rnglib import Rngs, RngState
from flax.nnx.variable_names import variable_name_from_type
from flax.nnx.variablelib import Variable


def _method_of(module: Any, method: Callable[..., Any] | str | None) -> Callable[..., Any]:
    """The unbound method that is meant; TypeError if it is not callable."""
    if method is None or isinstance(method, str):
        name = method or "__call__"
        method = getattr(type(module), name)
        if not callable(method):
            raise TypeError(f"'{type(module).__name__}.{name}' must be a callable, got {type(method)}.")
    if not callable(method):
        raise TypeError(f"'{method}' must be a callable, got {type(method)}.")
    return method


def _warn_unknown(given: Mapping[Any, Any], module: Any) -> None:
    known = traversals.flatten_mapping(graphlib.state(module))
    unknown = [path for path in traversals.flatten_mapping(given) if path not in known]
    if unknown:
        lines = "".join(f"\n  - {'/'.join(map(str, path))}" for path in unknown)
        warnings.warn(f"Found unknown module paths in incoming state:{lines}", stacklevel=2)


class ToLinen(linen.Module):
    """A Linen module that builds ``nnx_class(*args, **kwargs, rngs=…)`` and runs it.

    Its Variables live in Linen's collections (``params``, ``batch_stats`` …). ``skip_rng`` leaves
    the ``rngs`` keyword out.
    """

    nnx_class: Callable[..., Any]
    args: Sequence[Any] = ()
    kwargs: Mapping[str, Any] = FrozenDict({})
    skip_rng: bool = False
    metadata_fn: Callable[[Variable], Any] | None = to_linen_var

    def _build(self) -> Any:
        keywords = dict(self.kwargs)
        if not self.skip_rng:
            assert self.scope is not None
            keys: dict[str, Any] = {name: self.make_rng(name) for name in self.scope.rngs}
            if not self.is_initializing() and "default" not in keys:
                keys["default"] = 0
            keywords["rngs"] = Rngs(**keys)
        return self.nnx_class(*self.args, **keywords)

    @linen.compact
    def __call__(self, *args: Any, nnx_method: Callable[..., Any] | str | None = None, **kwargs: Any) -> Any:
        module = self._build()
        if self.is_initializing():
            self._store(module)
            return _method_of(module, nnx_method)(module, *args, **kwargs)
        collections = list(self.variables.values())
        states = [jax.tree.map(unboxed, dict(one), is_leaf=is_box) for one in collections] or [{}]
        given = statelib.merge_state(*states)
        _warn_unknown(given, module)
        graphlib.update(module, given)
        out = _method_of(module, nnx_method)(module, *args, **kwargs)
        self._store(module)
        return out

    def _store(self, module: Any) -> None:
        """Write the Variables into those collections that may change."""
        flat: dict[str, dict[Any, Any]] = {}
        for path, leaf in statelib.to_flat_state(graphlib.state(module, Not(RngState))):
            collection = variable_name_from_type(type(leaf), allow_register=True)
            convert = self.metadata_fn or Variable.get_value
            flat.setdefault(collection, {})[path] = convert(leaf) if isinstance(leaf, Variable) else leaf
        for collection, values in flat.items():
            if self.is_mutable_collection(collection):
                for name, value in traversals.unflatten_mapping(values).items():
                    self.put_variable(collection, name, value)

    def __getattr__(self, name: str) -> Any:
        kwargs = vars(self).get("kwargs", {})
        if name in kwargs:
            return kwargs[name]
        method = getattr(vars(self).get("nnx_class"), name, None)
        if not name.startswith("__") and callable(method):
            bound = functools.partial(self.__call__, nnx_method=method)
            bound.__self__ = self  # type: ignore[attr-defined]
            return bound
        return super().__getattr__(name)


def to_linen(
    nnx_class: Callable[..., Any],
    *args: Any,
    metadata_fn: Callable[[Variable], Any] | None = to_linen_var,
    name: str | None = None,
    skip_rng: bool = False,
    abstract_init: bool = True,
    **kwargs: Any,
) -> ToLinen:
    """The Linen module of an NNX class and its constructor's arguments (without ``rngs``)."""
    del abstract_init
    return ToLinen(
        nnx_class,
        args=args,
        kwargs=FrozenDict(kwargs),
        metadata_fn=metadata_fn,
        skip_rng=skip_rng,
        name=name,
    )


def to_linen_class(
    base_nnx_class: Callable[..., Any],
    base_metadata_fn: Callable[[Variable], Any] | None = to_linen_var,
    base_skip_rng: bool = False,
    **partial_kwargs: Any,
) -> Callable[..., ToLinen]:
    """A constructor of :class:`ToLinen` modules of one NNX class, which takes its keywords."""

    def construct(args: Sequence[Any] = (), name: str | None = None, **kwargs: Any) -> ToLinen:
        keywords = {**partial_kwargs, **kwargs}
        return ToLinen(
            base_nnx_class,
            args=tuple(args),
            kwargs=FrozenDict(keywords),
            metadata_fn=base_metadata_fn,
            skip_rng=base_skip_rng,
            name=name,
        )

    return construct
