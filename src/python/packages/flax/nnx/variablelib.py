"""Variables: the boxes that hold a model's arrays, and their kinds."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

import jax
from flax.nnx import reprlib, tracers
from flax.nnx.basics import MISSING, SizeBytes
from flax.nnx.variable_metadata import (
    HOOKS,
    MetadataMethods,
    VariableMetadata,
    run_hooks,
    take_metadata,
)
from flax.nnx.variable_ops import VariableOperators

A = TypeVar("A")

_USE_INDEX = (
    "For Variable[Array] instances use:\n\n  variable[...]{}\n\nFor other Variable types use:\n\n  variable.{}\n"
)


class Variable(MetadataMethods, VariableOperators, reprlib.Representable, Generic[A]):
    """A mutable box around an array or a tree of arrays.

    Read with ``variable[...]`` or ``get_value()``, write with ``variable[...] = x`` or
    ``set_value(x)``. Attributes that the box does not have are those of its value, and
    operators give plain arrays. Keyword arguments beyond the value become metadata.
    A box made outside a trace cannot be written inside it (TraceContextError).
    """

    __slots__ = ("_raw_value", "_trace_state", "_var_metadata")

    def __init__(self, value: A | VariableMetadata, **metadata: Any):
        if isinstance(value, VariableMetadata):
            metadata = take_metadata(value, metadata)
            value = value.raw_value
        self._fill(value, self._complete_metadata(metadata))
        hooks = self._var_metadata
        if any(hooks.get(name) for name in HOOKS):
            warnings.warn(
                "Variable hooks are deprecated. Create your own Variable type and overload "
                "`get_value` and `set_value` instead.",
                stacklevel=2,
            )
        value = self.create_value(run_hooks(self, "on_create_value", value))
        self._put(self._laid(value, hooks) if "out_sharding" in hooks and hooks["eager_sharding"] else value)

    def _laid(self, value: Any, metadata: dict[str, Any]) -> Any:
        from flax.core.spmd import shard_value

        return shard_value(value, metadata["out_sharding"], metadata.get("sharding_rules"), metadata.get("mesh"))

    def _fill(self, value: Any, metadata: dict[str, Any]) -> None:
        object.__setattr__(self, "_trace_state", tracers.TraceState())
        object.__setattr__(self, "_var_metadata", metadata)
        object.__setattr__(self, "_raw_value", value)

    def _put(self, value: Any) -> None:
        object.__setattr__(self, "_raw_value", value)

    @classmethod
    def _new(cls, value: Any, metadata: dict[str, Any]) -> Any:
        variable = object.__new__(cls)
        variable._fill(value, metadata)
        return variable

    @classmethod
    def from_metadata(cls, value: Any, attributes: Mapping[str, Any]) -> Any:
        """A Variable of this kind around ``value``, without hooks or checks."""
        return cls._new(value, dict(attributes))

    @property
    def var_type(self) -> type[Variable]:
        """The kind of the Variable."""
        return type(self)

    @property
    def type(self) -> type[Variable]:
        """The kind of the Variable."""
        return type(self)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the value."""
        return self.get_value().shape

    def __getattr__(self, name: str) -> Any:
        if name in object.__getattribute__(self, "_var_metadata"):
            return self._var_metadata[name]
        if name == "sharding_names" and "out_sharding" in self._var_metadata:
            warnings.warn(
                "'sharding_names' is deprecated, use 'out_sharding' instead.", DeprecationWarning, stacklevel=2
            )
            return self._var_metadata["out_sharding"]
        return getattr(object.__getattribute__(self, "_raw_value"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._check_can_update()
        owner = getattr(type(self), name, None)
        if name in Variable.__slots__ or (isinstance(owner, property) and owner.fset):
            object.__setattr__(self, name, value)
            return
        raise AttributeError(
            f"Cannot set attribute {name}. To set Variable metadata use either:\n\n"
            f"  variable.set_metadata({name}=value)\n\nor\n\n"
            f"  variable.set_metadata('{name}', value)"
        )

    def __delattr__(self, name: str) -> None:
        self._check_can_update()
        raise AttributeError(
            f"Cannot delete attribute {name}. To delete Variable metadata use:\n\n  variable.del_metadata('{name}')"
        )

    @property
    def value(self) -> A:
        """The value; deprecated in favour of ``variable[...]`` and ``get_value()``."""
        advice = _USE_INDEX.format("", "get_value()")
        warnings.warn(f"'.value' access is now deprecated. {advice}", DeprecationWarning, stacklevel=2)
        return self.get_value()

    @value.setter
    def value(self, value: A) -> None:
        advice = _USE_INDEX.format(" = value", "set_value(value)")
        warnings.warn(f"'.value' setter is now deprecated. {advice}", DeprecationWarning, stacklevel=2)
        self.set_value(value)

    @property
    def raw_value(self) -> A:
        """The value without hooks; deprecated in favour of ``get_raw_value()``."""
        warnings.warn(
            "'.raw_value' access is now deprecated. Use:\n\n  variable.get_raw_value()\n",
            DeprecationWarning,
            stacklevel=2,
        )
        return self._raw_value

    @raw_value.setter
    def raw_value(self, value: A) -> None:
        warnings.warn(
            "'.raw_value' setter is now deprecated. Use:\n\n  variable.set_raw_value(value)\n",
            DeprecationWarning,
            stacklevel=2,
        )
        self.set_raw_value(value)

    def get_raw_value(self) -> A:
        """The value as it is stored."""
        return self._raw_value

    def set_raw_value(self, value: A, *, _unsafe_bypass_check: bool = False) -> None:
        """Store ``value`` as it is."""
        if not _unsafe_bypass_check:
            self._check_can_update()
        self._put(value)

    def create_value(self, value: A) -> A:
        """What a new Variable stores for ``value``; kinds may override it."""
        return value

    def get_value(self, *, index: Any = MISSING) -> Any:
        """The value, or its part at ``index``. Containers are copied, arrays are not."""
        value: Any = self._raw_value
        if not isinstance(value, jax.Array):
            value = jax.tree.map(lambda x: x, value)
            if index is not MISSING:
                value = value[index]
        elif index is not MISSING and index is not Ellipsis:
            value = value[index]
        return run_hooks(self, "on_get_value", value)

    def set_value(self, value: A, *, index: Any = MISSING) -> None:
        """Replace the value, or its part at ``index`` (cast to the array's dtype)."""
        new: Any = value if isinstance(value, jax.Array) else jax.tree.map(lambda x: x, value)
        new = run_hooks(self, "on_set_value", new)
        old: Any = self._raw_value
        self._check_can_update()
        if index is MISSING:
            self._put(new)
        elif not isinstance(old, jax.Array):
            old[index] = new
        elif index is Ellipsis and isinstance(new, jax.Array) and new.shape == old.shape and new.dtype == old.dtype:
            self._put(new)
        else:
            self._put(old.at[index].set(new))

    def __getitem__(self, key: Any) -> Any:
        return self.get_value(index=key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.set_value(value, index=key)

    def __delitem__(self, key: Any) -> None:
        value: Any = self.get_value()
        del value[key]
        self.set_value(value)

    def copy_from(self, other: Variable) -> None:
        """Take over value and metadata of a Variable of the same kind (else ValueError)."""
        if type(self) is not type(other):
            raise ValueError(
                f"Cannot copy from incompatible container, expected {type(self).__name__}, got {type(other).__name__}"
            )
        self.update_from_state(other)

    def update_from_state(self, variable_state: Variable) -> None:
        """Take over the value and the metadata of another Variable."""
        self._accept(variable_state._raw_value, variable_state._var_metadata)

    def _accept(self, value: Any, metadata: Mapping[str, Any]) -> None:
        self._check_can_update()
        self._put(value)
        if self._var_metadata != metadata:
            object.__setattr__(self, "_var_metadata", dict(metadata))

    def copy(self, value: Any = MISSING, **updates: Any) -> Any:
        """A new Variable of this kind, with another value or metadata where given."""
        if value is MISSING:
            value = updates.pop("value", self._raw_value)
        value = jax.tree.map(lambda x: x, value)
        return self.from_metadata(value, {**self._var_metadata, **updates})

    replace = copy
    to_state = copy

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        size = SizeBytes.from_any(self._raw_value)
        yield reprlib.Object(type=type(self).__name__, comment=f" # {size}" if size else "")
        yield reprlib.Attr("value", self.get_value())
        for name, value in self._var_metadata.items():
            if self.required_defaults.get(name, MISSING) != value:
                yield reprlib.Attr(name, value)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in Variable.__slots__}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _register(cls)


def _structure(variable: Variable) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(variable._var_metadata.items()))


def _register(cls: type[Variable]) -> None:
    value_key = jax.tree_util.GetAttrKey("value")
    jax.tree_util.register_pytree_with_keys(
        cls,
        lambda x: (((value_key, x._raw_value),), _structure(x)),
        lambda static, children: cls._new(next(iter(children)), dict(static)),
        lambda x: ((x._raw_value,), _structure(x)),
    )


_register(Variable)


class Param(Variable[A]):
    """A weight: what optimizers move and ``nnx.grad`` differentiates by."""


class BatchStat(Variable[A]):
    """A running statistic of a normalization layer."""


class Cache(Variable[A]):
    """What a layer remembers between calls, such as attention's keys and values."""


class Intermediate(Variable[A]):
    """A value recorded on the way through a model by ``sow``."""


class Perturbation(Intermediate[A]):
    """A zero added on the way through a model, to differentiate by an intermediate value."""
