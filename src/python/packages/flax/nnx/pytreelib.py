"""Pytree: the base of every NNX object, known to JAX as a tree and to NNX as a graph node."""

from __future__ import annotations

import copy
import dataclasses
from abc import ABCMeta
from collections.abc import Callable, Iterator
from typing import Any

import jax
from flax.nnx import reprlib
from flax.nnx.basics import HashableMapping, type_aware_key
from flax.nnx.pytree_checks import AttributeStatus, check_value
from flax.nnx.pytree_fields import add_declared, annotated, is_data, register_graph_node
from flax.nnx.tracers import TraceState
from flax.nnx.variablelib import Variable


class PytreeState(reprlib.Representable):
    """What NNX keeps about an object itself: its trace, and whether it is being initialized."""

    __slots__ = ("_initializing", "_is_setup", "_trace_state")

    def __init__(self, initializing: bool = False, is_setup: bool = False):
        self._trace_state = TraceState()
        self._initializing = initializing
        self._is_setup = is_setup

    @property
    def trace_state(self) -> TraceState:
        """The trace in which the object was made."""
        return self._trace_state

    @property
    def initializing(self) -> bool:
        """Whether ``lazy_init`` is running the object."""
        return self._initializing

    @property
    def is_setup(self) -> bool:
        """Whether the object has been set up."""
        return self._is_setup

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type(self))
        yield reprlib.Attr("trace_state", self._trace_state)


jax.tree_util.register_pytree_node(
    PytreeState,
    lambda state: ((), (state.initializing, state.is_setup)),
    lambda static, children: PytreeState(*static),
)


def _construct(cls: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    node = cls.__new__(cls, *args, **kwargs)
    object.__setattr__(node, "_pytree__state", PytreeState())
    object.__setattr__(node, "_pytree__nodes", cls._pytree__nodes)
    cls._pytree_meta_construct(node, *args, **kwargs)
    if cls._pytree__is_pytree:
        # Attributes that bypassed __setattr__, as a dataclass with slots or vars() would.
        known = node._pytree__nodes
        missing = {k: is_data(v) for k, v in vars(node).items() if k not in known}
        if missing:
            object.__setattr__(node, "_pytree__nodes", known.update(missing))
        check_pytree(node)
    return node


class PytreeMeta(ABCMeta):
    """Wraps construction, so that a finished object can be checked."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return _construct(cls, args, kwargs)

    def _pytree_meta_construct(cls, self: Any, *args: Any, **kwargs: Any) -> None:
        self.__init__(*args, **kwargs)


def _as_key(name: Any) -> Any:
    """Attribute names of integer-keyed objects as the integers they stand for."""
    try:
        return int(name)
    except ValueError, TypeError:
        return name


class Pytree(reprlib.Representable, metaclass=PytreeMeta):
    """Base class of objects whose attributes are data (leaves) or static (structure).

    Arrays, Variables and other Pytrees are data by themselves; ``nnx.data`` and ``nnx.static``
    decide for the rest. Subclass with ``pytree=False`` to keep JAX from seeing the attributes.
    """

    _pytree__nodes: HashableMapping
    _pytree__state: PytreeState
    _pytree__is_pytree: bool
    _pytree__has_int_keys: bool = False

    def __init_subclass__(cls, *, pytree: bool = True, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if slots := getattr(cls, "__slots__", ()):
            raise TypeError(
                f"Pytree currently does not support __slots__, found __slots__={slots} in '{cls.__name__}'."
            )
        cls._pytree__is_pytree = pytree
        nodes = dict(getattr(cls, "_pytree__nodes", ()))
        nodes["_pytree__state"] = True
        nodes.update(annotated(cls))
        add_declared(cls, nodes)
        cls._pytree__nodes = HashableMapping(nodes, copy=False)
        if pytree:
            jax.tree_util.register_pytree_with_keys(
                cls,
                _flatten_with_keys,
                lambda static, data: _unflatten(cls, static, data),
                _flatten,
            )

    def __setattr__(self, name: str, value: Any) -> None:
        self._setattr(name, value)

    def _setattr(self, name: str, value: Any) -> None:
        self._check_valid_context(lambda: f"Cannot mutate '{type(self).__name__}' from different trace level")
        explicit = isinstance(value, dataclasses.Field) and "nnx_value" in value.metadata
        is_static = explicit and value.metadata["static"]
        if explicit:
            value = value.metadata["nnx_value"]
        if self._pytree__is_pytree:
            as_data = not is_static if explicit else is_data(value)
            self._check_value(name, value, AttributeStatus(as_data, explicit))
            nodes = self._pytree__nodes
            if name not in nodes or (explicit and nodes[name] != as_data):
                object.__setattr__(self, "_pytree__nodes", nodes.update({name: as_data}))
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        kept = {k: v for k, v in self._pytree__nodes.items() if k != name}
        object.__setattr__(self, "_pytree__nodes", HashableMapping(kept, copy=False))
        super().__delattr__(name)

    def _check_value(self, key: str, value: Any, status: AttributeStatus | None) -> None:
        check_value(self, key, value, status, Pytree)

    def _check_valid_context(self, error_msg: Callable[[], str]) -> None:
        if not self._pytree__state.trace_state.is_valid():
            from flax.errors import TraceContextError

            raise TraceContextError(error_msg())

    def _graph_items(self) -> list[tuple[Any, Any]]:
        """Keys and values of all attributes, sorted; of an indexed object, ints come first."""
        items: Any = vars(self).items()
        if self._pytree__has_int_keys:
            return sorted(((_as_key(k), v) for k, v in items), key=type_aware_key)
        return sorted(items, key=lambda item: item[0])

    def _graph_set(self, key: Any, value: Any) -> None:
        """Write the attribute ``key``; a Variable that is there is updated in place."""
        if self._pytree__has_int_keys and isinstance(key, int):
            key = str(key)
        if not isinstance(key, str):
            raise KeyError(f"Invalid key: {key!r}")
        old = getattr(self, key, None)
        if isinstance(old, Variable) and isinstance(value, Variable):
            old.update_from_state(value)
        else:
            setattr(self, key, value)

    def _graph_pop(self, key: Any) -> Any:
        name = str(key)
        value = getattr(self, name)
        delattr(self, name)
        return value

    def __deepcopy__(self, memo: Any = None) -> Any:
        from flax.nnx import graphlib

        graphdef, state = graphlib.split(self)
        return graphlib.merge(copy.deepcopy(graphdef), copy.deepcopy(state))

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        from flax.nnx.pytree_text import pytree_lines

        yield from pytree_lines(self)

    def __getstate__(self) -> dict[str, Any]:
        return vars(self).copy()

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)


def _parts(node: Pytree) -> tuple[list[tuple[Any, Any]], tuple[Any, ...]]:
    known = node._pytree__nodes
    items, static = [], []
    for key, value in node._graph_items():
        (items if known.get(str(key), False) else static).append((key, value))
    structure = (
        tuple(k for k, _ in items),
        tuple(k for k, _ in static),
        tuple(v for _, v in static),
    )
    return items, structure


def _flatten(node: Pytree) -> tuple[list[Any], Any]:
    items, structure = _parts(node)
    return [value for _, value in items], structure


def _flatten_with_keys(node: Pytree) -> tuple[list[tuple[Any, Any]], Any]:
    items, structure = _parts(node)
    tree_util = jax.tree_util
    keyed = [(tree_util.SequenceKey(k) if isinstance(k, int) else tree_util.GetAttrKey(k), value) for k, value in items]
    return keyed, structure


def _unflatten(cls: type, structure: Any, data: Any) -> Any:
    data_keys, static_keys, static_values = structure
    node = object.__new__(cls)
    attributes = vars(node)
    for key, value in zip(data_keys, data, strict=True):
        attributes[str(key)] = value
    for key, value in zip(static_keys, static_values, strict=True):
        attributes[str(key)] = value
    return node


register_graph_node(Pytree)


class Object(Pytree, pytree=False):
    """A Pytree that JAX does not look into; only NNX does."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        pytree = kwargs.pop("pytree", False)
        if pytree is not False:
            raise ValueError(f"Object is not a pytree, but 'pytree' was explicitly set to {pytree!r} for type {cls}.")
        super().__init_subclass__(pytree=False, **kwargs)


def check_pytree(pytree: Any) -> None:
    """Check every attribute of a Pytree (ValueError); TypeError for anything else."""
    if not isinstance(pytree, Pytree):
        raise TypeError(f"Expected a Pytree, got {type(pytree)}.")
    for name, value in vars(pytree).items():
        pytree._check_value(name, value, None)
