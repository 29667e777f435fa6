"""Running a module's method on variables and keys that a JAX transformation has handed in."""

import dataclasses
import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

import jax
from flax import errors
from flax.core.filters import CollectionFilter, in_filter, intersect_filters
from flax.core.frozen_dict import FrozenDict, unfreeze
from flax.core.scope import Scope, Variable
from flax.linen._adopt import map_attribute
from flax.linen._wrapping import wrap_method
from flax.linen.module import Module

Pure = Callable[[Any, Any, Any, Any], tuple[Any, Any]]
"""(variables, keys by stream, arguments, keywords) → (result, the collections that changed)."""

Runner = Callable[[Module, Pure, tuple[Any, ...], dict[str, Any]], tuple[Any, Any]]


def lift(target: Any, name: str, run: Runner, methods: Any = None, written: Any = True) -> Any:
    """A class or function like `target` whose method goes through `run`.

    target: a module class, or a function that takes a module first; else TransformTargetError.
    written: the filter of collections that the method may change.
    """
    if isinstance(target, functools.partial) and _is_module_class(target.func):
        lifted = lift(target.func, name, run, methods, written)
        return functools.partial(lifted, *target.args, **target.keywords)
    if inspect.isclass(target) and issubclass(target, Module):
        names = ["__call__"] if methods is None else list(methods)
        body = {n: _lifted_method(target, getattr(target, n), name, run, written) for n in names}
        return type(name.capitalize() + target.__name__, (target,), body)
    if callable(target) and not isinstance(target, Module):
        return _lifted_method(None, wrap_method(target), name, run, written)
    raise errors.TransformTargetError(target)


def _is_module_class(target: Any) -> bool:
    return inspect.isclass(target) and issubclass(target, Module)


def _lifted_method(cls: Any, fn: Any, name: str, run: Runner, written: Any) -> Any:
    @functools.wraps(fn)
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        outer = self.scope
        if outer is None:
            raise errors.CallCompactUnboundModuleError()
        self._try_setup()

        def pure(variables: Any, rngs: Any, args: Any, kwargs: Any) -> tuple[Any, Any]:
            inner = _inner_scope(outer, variables, rngs, name, written)
            twin = _twin(self, cls or type(self), inner)
            out = fn(twin, *args, **kwargs)
            if cls is None:
                self._state.counts = dict(twin._state.counts)
            inner.invalid = True
            _check_result(out, getattr(fn, "__name__", None))
            return out, inner.mutable_variables()

        out, changed = run(self, pure, args, kwargs)
        for col, part in changed.items():
            if outer.is_mutable_collection(col):
                for key, value in part.items():
                    outer.put_variable(col, key, value)
        return out

    return method


def _inner_scope(outer: Scope, variables: Any, rngs: Any, name: str, written: Any) -> Scope:
    mutable = intersect_filters(outer.mutable, written)
    own = {c: unfreeze(v) if in_filter(mutable, c) else v for c, v in variables.items()}
    shown = (*outer.debug_path[:-1], f"{name}({outer.debug_path[-1] if outer.debug_path else ''})")
    return Scope(
        own,
        rngs,
        outer.name,
        mutable,
        None,
        outer.path,
        shown,
        outer.flags,
        outer.rng_counters,
    )


def _twin(module: Module, cls: type, scope: Scope) -> Any:
    """A copy of `module` on another scope; its submodules are made anew under the same names."""

    def unbound(_: str, value: Any) -> Any:
        if not isinstance(value, Module) or value.scope is None:
            return value
        if not _is_under(value.scope, module.scope):
            raise NotImplementedError(
                f"{type(value).__name__} belongs to another module than {type(module).__name__}: lifted "
                "transformations of this page take only a module's own submodules."
            )
        return value.clone(_deep_clone=True, _reset_names=True, name=None)

    values = {
        f.name: map_attribute(unbound, getattr(module, f.name))
        for f in dataclasses.fields(module)
        if f.init and f.name != "parent"
    }
    twin = cls(parent=scope, **values)
    twin._state.in_compact = module._state.in_compact
    twin._state.in_setup = module._state.in_setup
    twin._state.counts = dict(module._state.counts)
    return twin


def _is_under(scope: Scope, above: Scope | None) -> bool:
    place: Scope | None = scope
    while place is not None and place is not above:
        place = place.parent
    return place is not None


def _check_result(out: Any, name: Any) -> None:
    for leaf in jax.tree_util.tree_leaves(out):
        if isinstance(leaf, (Module, Variable)):
            raise errors.TransformedMethodReturnValueError(name)


def group(collections: Mapping[str, Any], filters: Any) -> list[dict[str, Any]]:
    """The collections that each filter holds for; each goes to the first that does."""
    groups: list[dict[str, Any]] = [{} for _ in filters]
    for name, value in collections.items():
        for held, chosen in zip(filters, groups, strict=True):
            if in_filter(held, name):
                chosen[name] = unfreeze(value) if isinstance(value, (dict, FrozenDict)) else value
                break
    return groups


def filter_axes(axes: Mapping[CollectionFilter, Any]) -> tuple[list[Any], list[Any]]:
    """The filters of a mapping from filters to axes, and the axes."""
    return list(axes.keys()), list(axes.values())
