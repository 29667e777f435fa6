"""Metadata of Variables: named values beside the array, and the deprecated hooks among them."""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Callable, Mapping
from typing import Any

from flax.nnx.basics import MISSING
from flax.nnx.tracers import TraceState

HOOKS = ("on_get_value", "on_set_value", "on_create_value", "on_add_axis", "on_remove_axis")
REQUIRED_DEFAULTS: Mapping[str, Any] = {"hijax": False, "ref": False, "eager_sharding": True}
_eager = [True]


def using_eager_sharding() -> bool:
    """Whether new Variables are laid on their mesh at once."""
    return _eager[-1]


class use_eager_sharding:
    """Whether new Variables are laid on their mesh at once: for a ``with`` block, or from now on."""

    def __init__(self, value: bool, /) -> None:
        self._before = _eager[-1]
        _eager[-1] = value

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: Any) -> None:
        _eager[-1] = self._before


_RENAMED = {"sharding": "out_sharding", "sharding_names": "out_sharding"}


@dataclasses.dataclass
class VariableMetadata:
    """A value with metadata, as initializers made by :func:`with_metadata` return it."""

    raw_value: Any
    on_set_value: tuple[Callable[..., Any], ...] = ()
    on_get_value: tuple[Callable[..., Any], ...] = ()
    on_create_value: tuple[Callable[..., Any], ...] = ()
    on_add_axis: tuple[Callable[..., Any], ...] = ()
    on_remove_axis: tuple[Callable[..., Any], ...] = ()
    metadata: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def run_hooks(variable: Any, kind: str, value: Any) -> Any:
    """Pass ``value`` through the Variable's hooks of one kind."""
    hooks = variable._var_metadata.get(kind)
    if hooks is None:
        return value
    for hook in hooks if isinstance(hooks, tuple) else (hooks,):
        value = hook(variable, value)
    return value


def take_metadata(box: Any, metadata: dict[str, Any]) -> dict[str, Any]:
    """Metadata of a VariableMetadata box laid over that of the constructor's call."""
    for name in REQUIRED_DEFAULTS:
        given, inside = metadata.get(name), box.metadata.get(name)
        if given is not None and inside is not None and given != inside:
            raise ValueError(
                f"Cannot specify {name} both in VariableMetadata and as an argument to Variable constructor."
            )
    merged = {**metadata, **box.metadata}
    for name in HOOKS:
        if name not in merged and getattr(box, name):
            merged[name] = getattr(box, name)
    return merged


def _renamed(metadata: dict[str, Any]) -> dict[str, Any]:
    out = {}
    for name, value in metadata.items():
        if name in _RENAMED:
            warnings.warn(
                f"'{name}' is deprecated, use '{_RENAMED[name]}' instead.",
                DeprecationWarning,
                stacklevel=2,
            )
        out[_RENAMED.get(name, name)] = value
    return out


class MetadataMethods:
    """The metadata face of a Variable; the dict itself is ``_var_metadata``."""

    __slots__ = ()
    required_metadata = frozenset(REQUIRED_DEFAULTS)
    required_defaults = REQUIRED_DEFAULTS
    _var_metadata: dict[str, Any]
    _trace_state: TraceState

    def _complete_metadata(self, metadata: dict[str, Any]) -> dict[str, Any]:
        """Metadata with the three flags filled in and the class's own hooks added."""
        full = {k: v for k, v in metadata.items() if k not in REQUIRED_DEFAULTS}
        for name, default in REQUIRED_DEFAULTS.items():
            given = metadata.get(name)
            full[name] = default if given is None else given
        if metadata.get("eager_sharding") is None:
            full["eager_sharding"] = _eager[-1]
        for name in ("hijax", "ref"):
            if full[name]:
                raise NotImplementedError(
                    f"Variable({name}=True) needs mutable array references, which this page "
                    "does not have; plain Variables are mutable themselves."
                )
        for name in HOOKS:
            hook = getattr(type(self), name, None)
            if hook is not None and name not in full:
                full[name] = hook
        return _renamed(full)

    @property
    def _can_update(self) -> bool:
        return self._trace_state.is_valid()

    def _check_can_update(self) -> None:
        if not self._trace_state.is_valid():
            from flax.errors import TraceContextError

            raise TraceContextError(f"Cannot mutate {type(self).__name__} from a different trace level")

    def get_metadata(self, name: str | None = None, default: Any = MISSING, *, exclude_required: Any = None) -> Any:
        """All metadata as a dict, or the entry ``name`` (KeyError without a default)."""
        if name is not None and exclude_required is not None:
            raise TypeError("Cannot specify both 'name' and 'exclude_required' arguments.")
        if name is None:
            if default is not MISSING:
                raise TypeError(f"Cannot provide a default value when 'name' is not provided. Got default={default}")
            hidden = self.required_metadata if exclude_required else ()
            return {k: v for k, v in self._var_metadata.items() if k not in hidden}
        if name not in self._var_metadata and default is not MISSING:
            return default
        return self._var_metadata[name]

    def set_metadata(self, *args: Any, **kwargs: Any) -> None:
        """Set entries: a whole dict, ``(name, value)``, or keyword arguments."""
        self._check_can_update()
        if args and kwargs:
            raise TypeError("Cannot mix positional and keyword arguments in set_metadata")
        if len(args) == 1:
            changes = _renamed(dict(args[0]))
            kept = {k: v for k, v in self._var_metadata.items() if k in self.required_metadata}
        elif len(args) == 2 or kwargs:
            changes = _renamed(kwargs or {args[0]: args[1]})
            kept = self._var_metadata
        else:
            raise TypeError(
                "set_metadata takes either 1 or 2 arguments, or at least 1 keyword argument, "
                f"got args={args}, kwargs={kwargs}"
            )
        for name in ("hijax", "ref"):
            if changes.get(name, kept[name]) != kept[name]:
                raise ValueError(f"Cannot change `{name}` metadata, expected {kept[name]}, got {changes[name]}")
        merged = {**changes, **kept, **changes} if len(args) == 1 else {**kept, **changes}
        object.__setattr__(self, "_var_metadata", merged)

    def has_metadata(self, name: str) -> bool:
        """Whether the entry ``name`` is set."""
        return name in self._var_metadata

    def del_metadata(self, name: str) -> None:
        """Remove the entry ``name``."""
        self._check_can_update()
        if name in ("hijax", "ref"):
            raise ValueError(f"Cannot delete `{name}` metadata")
        del self._var_metadata[name]

    def add_axis(self, axis_index: int, axis_name: str | None) -> None:
        """Tell the hooks that a transformation put an axis in."""
        self._axis_hooks("on_add_axis", axis_index, axis_name)

    def remove_axis(self, axis_index: int, axis_name: str | None) -> None:
        """Tell the hooks that a transformation took an axis out."""
        self._axis_hooks("on_remove_axis", axis_index, axis_name)

    def _axis_hooks(self, kind: str, axis_index: int, axis_name: str | None) -> None:
        hooks = self._var_metadata.get(kind, ())
        for hook in hooks if isinstance(hooks, tuple) else (hooks,):
            hook(self, axis_index, axis_name)
