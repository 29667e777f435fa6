"""``bridge.Module``: NNX modules that are written and called as Linen's are, with ``init`` and ``apply``."""

from __future__ import annotations

import dataclasses
import enum
import functools
import inspect
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, dataclass_transform

import jax
import jax.numpy as jnp
from flax import errors
from flax.core import FrozenDict
from flax.nnx import graphlib, statelib, traversals
from flax.nnx import module as nnx_module
from flax.nnx.bridge.variables import is_box, to_linen_var, to_nnx_var
from flax.nnx.pytree_fields import register_data_type
from flax.nnx.pytreelib import Pytree
from flax.nnx.rnglib import Rngs, RngState
from flax.nnx.variable_metadata import VariableMetadata
from flax.nnx.variable_names import variable_name_from_type, variable_type_from_name
from flax.nnx.variablelib import Param, Variable


@dataclasses.dataclass
class ModuleStackEntry:
    """A module whose method runs."""

    module: Module
    in_compact: bool
    type_counter: defaultdict[type, int] = dataclasses.field(default_factory=lambda: defaultdict(int))


_stack: list[ModuleStackEntry | None] = [None]


class ModuleState(statelib.State):
    """Values given to a submodule before it is there."""


register_data_type(ModuleState)


class Scope(Pytree):
    """What a module may use while it runs: keys, and which collections may change."""

    def __init__(self, rngs: Rngs, mutable: Any):
        self.rngs = rngs
        self.mutable = mutable

    def copy(self) -> Scope:
        """The same for another module."""
        return Scope(self.rngs, self.mutable)


class AttrPriority(enum.IntEnum):
    """Which attributes come first when a module is taken apart."""

    HIGH = 0
    INIT_PARENT = 20
    DEFAULT = 50
    LOW = 100


def current_context() -> ModuleStackEntry | None:
    """The innermost module whose method runs, and how; None outside."""
    return _stack[-1]


def current_module() -> Module | None:
    """The innermost module whose method runs."""
    context = current_context()
    return None if context is None else context.module


class _running:
    """While it lasts, a method of this module runs."""

    def __init__(self, module: Module, in_compact: bool) -> None:
        self._entry = ModuleStackEntry(module, in_compact)

    def __enter__(self) -> None:
        _stack.append(self._entry)

    def __exit__(self, *_: Any) -> None:
        _stack.pop()


def auto_submodule_name(context: ModuleStackEntry, cls: type) -> str:
    """The name of a submodule that has none: its class and how many came before."""
    count = context.type_counter[cls]
    context.type_counter[cls] += 1
    return f"{cls.__name__}_{count}"


def _set_up(module: Module) -> None:
    setup = getattr(module, "setup", None)
    if setup is not None and not module._pytree__state.is_setup:
        with _running(module, in_compact=False):
            setup()
        module._pytree__state._is_setup = True


class ModuleMeta(nnx_module.ModuleMeta):
    """Gives new modules their names and parents, as Linen does."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        context = current_context()
        parent = None
        name = None
        if context is not None:
            parent = kwargs.pop("parent", context.module)
            if context.in_compact and parent is not None and parent is not context.module:
                raise ValueError(f"'parent' can only be set to None, got {type(parent).__name__}")
            name = _name_of(cls, context, kwargs)
        module = super().__call__(*args, **kwargs)
        module.scope = None
        module.attr_priorities = {}
        if parent is not None and name is not None:
            assert parent.scope is not None
            setattr(parent, name, module)
            parent.set_attr_priority(name, AttrPriority.INIT_PARENT)
        return module

    def _pytree_meta_construct(cls, self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N805
        vars(self)["scope"] = None
        super()._pytree_meta_construct(self, *args, **kwargs)


def _name_of(cls: type, context: ModuleStackEntry, kwargs: dict[str, Any]) -> str | None:
    if "name" not in kwargs:
        return auto_submodule_name(context, cls) if context.in_compact else None
    name = kwargs["name"]
    if "name" not in inspect.get_annotations(cls):
        del kwargs["name"]
    if not isinstance(name, str):
        raise ValueError(f"'name' must be a 'str', got {type(name).__name__}")
    return name


@dataclass_transform(field_specifiers=(dataclasses.field,))
class Module(nnx_module.Module, metaclass=ModuleMeta):
    """Base class of modules in Linen's manner: fields, ``setup`` or ``compact``, ``init`` and ``apply``."""

    scope: Any
    attr_priorities: Any

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(pytree=False, **kwargs)
        made = dataclasses.dataclass(repr=False)(cls)
        made.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if isinstance(value, ModuleState):
            # What waits for a submodule is none yet.
            raise AttributeError(name)
        return value

    def _setattr(self, name: str, value: Any) -> None:
        if vars(self).get("scope") is not None and name not in ("scope", "attr_priorities"):
            waiting = vars(self).get(name)
            if isinstance(waiting, ModuleState):
                graphlib.update(value, waiting)
            for leaf in jax.tree.leaves(value, is_leaf=graphlib.is_graph_node):
                if isinstance(leaf, Module):
                    leaf._pytree__state._initializing = self.is_initializing()
                    _bind(self, leaf)
        super()._setattr(name, value)

    def _graph_items(self) -> list[tuple[Any, Any]]:
        """Attributes by their priority, then by name."""
        priorities = vars(self).get("attr_priorities", {})
        return sorted(super()._graph_items(), key=lambda item: (priorities.get(item[0], AttrPriority.DEFAULT), item[0]))

    def set_attr_priority(self, name: str, value: AttrPriority) -> None:
        """Where an attribute stands when the module is taken apart."""
        self.attr_priorities[name] = value

    def make_rng(self, name: str = "default") -> jax.Array:
        """The next key of a stream."""
        if self.scope is None:
            raise ValueError("Can't use RNGs on unbound modules")
        return self.scope.rngs[name]()

    def param(
        self, name: str, init_fn: Callable[..., Any], *init_args: Any, unbox: bool = True, **init_kwargs: Any
    ) -> Param:
        """A parameter, made by ``init_fn(key, …)`` where it was not given."""
        if self.scope is None:
            raise ValueError("Parameters must be initialized in `setup()` or in a method wrapped in `@compact`")
        found = getattr(self, name, None)
        if isinstance(found, Variable) and not isinstance(found, Param):
            raise ValueError(f"Expected '{name}' to be a Param, got {type(found).__name__}")
        return self._declared(
            name,
            Param,
            lambda: init_fn(self.make_rng("params"), *init_args, **init_kwargs),
            lambda: init_fn(jax.random.key(0), *init_args, **init_kwargs),
        )

    def variable(
        self,
        col: str,
        name: str,
        init_fn: Callable[..., Any] | None = None,
        *init_args: Any,
        unbox: bool = True,
        **init_kwargs: Any,
    ) -> Variable:
        """A variable of a collection, made by ``init_fn(…)`` where it was not given."""
        if self.scope is None:
            raise ValueError("Variables must be initialized in `setup()` or in a method wrapped in `@compact`")
        found = getattr(self, name, None)
        if init_fn is None and not isinstance(found, Variable):
            raise ValueError("Expected 'init_fn' to be a callable, got None")

        def make() -> Any:
            assert init_fn is not None
            return init_fn(*init_args, **init_kwargs)

        return self._declared(name, variable_type_from_name(col, allow_register=True), make, make)

    def _declared(self, name: str, kind: type[Variable], make: Callable[[], Any], described: Callable[[], Any]) -> Any:
        if hasattr(self, name):
            value = getattr(self, name)
            if isinstance(value, Variable):
                return value
            expected = jax.eval_shape(described)
            for have, want in zip(jax.tree.leaves(value), jax.tree.leaves(expected), strict=False):
                if jnp.shape(have) != jnp.shape(want):
                    raise errors.ScopeParamShapeError(name, "", jnp.shape(want), jnp.shape(have))
            if isinstance(expected, VariableMetadata):
                expected.raw_value = value
                value = expected
        else:
            value = make()
        variable = kind(value)
        setattr(self, name, variable)
        return variable

    def _collections(self) -> dict[str, Any]:
        flat: dict[str, dict[Any, Any]] = {}
        for path, variable in statelib.to_flat_state(graphlib.state(self)):
            if isinstance(variable, RngState):
                continue
            try:
                collection = variable_name_from_type(type(variable))
            except ValueError:
                collection = type(variable).__name__
            flat.setdefault(collection, {})[path] = to_linen_var(variable)
        return {collection: traversals.unflatten_mapping(values) for collection, values in flat.items()}

    @property
    def variables(self) -> Any:
        """Every collection of this module's variables."""
        return FrozenDict(self._collections())

    def apply(
        self,
        variables: Mapping[str, Any],
        *args: Any,
        rngs: Any = None,
        method: Callable[..., Any] | str = "__call__",
        mutable: Any = False,
        _initialize: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Runs a method on these variables: its result, and the variables after it where some are ``mutable``."""
        module = graphlib.clone(self)
        graphlib.update(module, _state_of(variables))
        keys = _as_rngs(rngs)
        run = _unbound(_method_of(module, method))
        for node in [value for _, value in graphlib.iter_graph(module)]:
            if isinstance(node, Pytree):
                node._pytree__state._initializing = _initialize
            if isinstance(node, Module):
                node.scope = Scope(keys, mutable)
                _set_up(node)
        try:
            with _running(module, in_compact=False):
                out = run(module, *args, **kwargs)
        finally:
            for node in [value for _, value in graphlib.iter_graph(module)]:
                if isinstance(node, Pytree):
                    node._pytree__state._initializing = False
                if isinstance(node, Module):
                    node.scope = None
        return out if mutable is False else (out, module._collections())

    def init(self, rngs: Any = None, *args: Any, method: Callable[..., Any] | str = "__call__", **kwargs: Any) -> Any:
        """The variables that a run makes."""
        return self.init_with_output(rngs, *args, method=method, **kwargs)[1]

    def init_with_output(
        self,
        rngs: Any = None,
        *args: Any,
        method: Callable[..., Any] | str = "__call__",
        mutable: Any = False,
        **kwargs: Any,
    ) -> Any:
        """The result of a run and the variables that it makes."""
        del mutable
        return self.apply({}, *args, rngs=rngs, method=method, mutable=True, _initialize=True, **kwargs)

    def is_initializing(self) -> bool:
        """Whether this runs under ``init``."""
        return self._pytree__state._initializing


def _bind(parent: Module, module: Module) -> None:
    for _, node in reversed(list(graphlib.iter_graph(module))):
        if isinstance(node, Module):
            if module.scope is None:
                node.scope = parent.scope.copy()
            _set_up(node)


def _state_of(variables: Mapping[str, Any]) -> Any:
    collections = [
        jax.tree.map(functools.partial(to_nnx_var, name), values, is_leaf=is_box) for name, values in variables.items()
    ]
    return statelib.merge_state(*(collections or [{}]), cls=ModuleState)


def _as_rngs(rngs: Any) -> Rngs:
    if rngs is None:
        return Rngs()
    if isinstance(rngs, (jax.Array, int)):
        return Rngs(rngs)
    return Rngs(**rngs) if isinstance(rngs, dict) else rngs


def _method_of(module: Module, method: Callable[..., Any] | str) -> Callable[..., Any]:
    if not isinstance(method, str):
        return method
    found = getattr(module, method)
    if not callable(found):
        raise TypeError(f"'{type(module).__name__}.{method}' must be a callable, got {type(found)}.")
    if isinstance(found, Module):
        return lambda outer, *args, **kwargs: getattr(outer, method)(*args, **kwargs)
    return found


def _unbound(method: Callable[..., Any]) -> Callable[..., Any]:
    if inspect.ismethod(method) and isinstance(method.__self__, Module):
        method = method.__func__
    if not callable(method) or len(inspect.signature(method).parameters) < 1:
        raise errors.ApplyModuleInvalidMethodError(method)
    return method


def compact(f: Callable[..., Any]) -> Callable[..., Any]:
    """A method that may make submodules and variables where it uses them."""

    @functools.wraps(f)
    def compact_wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(self, Module):
            raise ValueError(f"Expected 'self' to be a nnx.bridge.Module, got {type(self).__name__}")
        with _running(self, in_compact=True):
            return f(self, *args, **kwargs)

    return compact_wrapper
