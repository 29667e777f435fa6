"""State: the Variables of a model as a nested mapping, and the functions that work on it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

import jax
from flax.nnx import filterlib, reprlib, traversals
from flax.nnx.flat_state import FlatState, one_or_all, split_flat
from flax.nnx.variablelib import Variable


class NestedStateRepr(reprlib.Representable):
    """Prints a State inside another one without repeating the name."""

    def __init__(self, state: State):
        self.state = state

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object("", kv_sep=": ", start="{", end="}")
        yield from list(self.state.__nnx_repr__())[1:]


class State(MutableMapping, reprlib.Representable):
    """A nested mapping of Variables or arrays; entries are items and attributes."""

    def __init__(self, mapping: Any, /, *, _copy: bool = True):
        if not _copy and not isinstance(mapping, dict):
            raise ValueError(f"Expected a dictionary when `_copy=False`, got {type(mapping)} instead.")
        object.__setattr__(self, "_mapping", dict(mapping) if _copy else mapping)

    @property
    def raw_mapping(self) -> dict[Any, Any]:
        """The dict behind the State; its nested mappings are plain dicts."""
        return self._mapping

    def __contains__(self, key: object) -> bool:
        return key in self._mapping

    def __getitem__(self, key: Any) -> Any:
        value = self._mapping[key]
        return type(self)(value, _copy=False) if isinstance(value, dict) else value

    def __getattr__(self, key: str) -> Any:
        if "_mapping" not in vars(self) or key not in self._mapping:
            raise AttributeError(f"No attribute '{key}' in State")
        return self[key]

    def __setitem__(self, key: Any, value: Any) -> None:
        self._mapping[key] = value._mapping if isinstance(value, State) else value

    def __setattr__(self, key: str, value: Any) -> None:
        if key == "__orig_class__":
            object.__setattr__(self, key, value)
        else:
            self[key] = value

    def __delitem__(self, key: Any) -> None:
        del self._mapping[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._mapping)

    def __len__(self) -> int:
        return len(self._mapping)

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type(self), kv_sep=": ", start="({", end="})")
        for key, value in self.items():
            shown = NestedStateRepr(value) if isinstance(value, State) else value
            yield reprlib.Attr(repr(key), shown)

    def __or__(self, other: Any) -> State:
        return merge_state(self, other) if other else self

    def __sub__(self, other: Any) -> State:
        _deprecated("diff")
        return diff(self, other)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _register(cls)

    def map(self, f: Callable[..., Any]) -> State:
        """Deprecated: ``nnx.map_state``."""
        _deprecated("map_state")
        return map_state(f, self)

    def flat_state(self) -> FlatState:
        """Deprecated: ``nnx.to_flat_state``."""
        _deprecated("to_flat_state")
        return to_flat_state(self)

    @classmethod
    def from_flat_path(cls, flat_state: Any, /) -> State:
        """Deprecated: ``nnx.from_flat_state``."""
        _deprecated("from_flat_state")
        return from_flat_state(flat_state, cls=cls)

    def to_pure_dict(self, extract_fn: Any = None) -> dict[Any, Any]:
        """Deprecated: ``nnx.to_pure_dict``."""
        _deprecated("to_pure_dict")
        return to_pure_dict(self, extract_fn)

    def replace_by_pure_dict(self, pure_dict: Any, replace_fn: Any = None) -> None:
        """Deprecated: ``nnx.replace_by_pure_dict``."""
        _deprecated("replace_by_pure_dict")
        replace_by_pure_dict(self, pure_dict, replace_fn)

    def split(self, first: Any, /, *filters: Any) -> Any:
        """Deprecated: ``nnx.split_state``."""
        _deprecated("split_state")
        return split_state(self, first, *filters)

    def filter(self, first: Any, /, *filters: Any) -> Any:
        """Deprecated: ``nnx.filter_state``."""
        _deprecated("filter_state")
        return filter_state(self, first, *filters)

    @classmethod
    def merge(cls, state: Any, /, *states: Any) -> State:
        """Deprecated: ``nnx.merge_state``."""
        _deprecated("merge_state")
        return merge_state(state, *states)


def _deprecated(name: str) -> None:
    warnings.warn(
        "`flax.nnx.State` will be deprecated and be replaced by the built-in Python dict. "
        f"Please use the equivalent `nnx.{name}` instead.",
        DeprecationWarning,
        # Told of this file, as in Flax: Python shows it to whoever asks for such warnings.
        stacklevel=1,
    )


def _register(cls: type[State]) -> None:
    def items(x: State) -> list[tuple[Any, Any]]:
        return sorted(x._mapping.items(), key=lambda item: item[0])

    jax.tree_util.register_pytree_with_keys(
        cls,
        lambda x: (
            [(jax.tree_util.DictKey(k), v) for k, v in items(x)],
            tuple(k for k, _ in items(x)),
        ),
        lambda keys, values: cls(zip(keys, values, strict=True)),
        lambda x: ([v for _, v in items(x)], tuple(k for k, _ in items(x))),
    )


_register(State)


def map_state(f: Callable[[tuple[Any, ...], Any], Any], state: Any) -> State:
    """A State with ``f(path, value)`` in the place of each value."""
    return from_flat_state([(path, f(path, value)) for path, value in to_flat_state(state)])


def to_flat_state(state: Any) -> FlatState:
    """The ``(path, value)`` pairs of a State."""
    mapping = state._mapping if isinstance(state, State) else state
    return FlatState(traversals.flatten_to_sequence(mapping), sort=True)


def from_flat_state(flat_state: Any, *, cls: type[State] = State) -> State:
    """The State of ``(path, value)`` pairs or of a mapping from paths to values."""
    pairs = flat_state if isinstance(flat_state, Mapping) else dict(flat_state)
    return cls(traversals.unflatten_mapping(pairs))


def to_pure_dict(state: Any, extract_fn: Callable[[Any], Any] | None = None) -> dict[Any, Any]:
    """Nested plain dicts with the Variables' values, or with ``extract_fn`` of each."""

    def value_of(x: Any) -> Any:
        return x.get_value() if isinstance(x, Variable) else x

    extract = extract_fn or value_of
    return traversals.unflatten_mapping({path: extract(x) for path, x in to_flat_state(state)})


def _ints(path: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(int(k) if isinstance(k, str) and k.lstrip("-").isdigit() else k for k in path)


def restore_int_paths(pure_dict: Mapping[Any, Any]) -> dict[Any, Any]:
    """The dict with keys such as ``"0"`` turned back into integers."""
    flat = traversals.flatten_mapping(pure_dict)
    return traversals.unflatten_mapping({_ints(path): value for path, value in flat.items()})


def replace_by_pure_dict(
    state: State, pure_dict: Mapping[Any, Any], replace_fn: Callable[..., Any] | None = None
) -> None:
    """Put the values of nested dicts into a State; ValueError for a path it does not have."""

    def replaced(old: Any, new: Any) -> Any:
        return old.replace(new) if hasattr(old, "replace") else new

    current = dict(to_flat_state(state))
    for path, value in traversals.flatten_mapping(pure_dict).items():
        known = path if path in current else _ints(path)
        if known not in current:
            raise ValueError(f"key in pure_dict not available in state: {path}")
        current[known] = (replace_fn or replaced)(current[known], value)
    state.update(traversals.unflatten_mapping(current))


def split_state(state: Any, first: Any, /, *filters: Any) -> Any:
    """One State for each filter; ValueError if something is left over."""
    groups = split_flat(to_flat_state(state), (first, *filters), exhaustive=False)
    kept = {path for group in groups for path in group.paths}
    rest = [(path, value) for path, value in to_flat_state(state) if path not in kept]
    if rest:
        raise ValueError(
            f"Non-exhaustive filters, got a non-empty remainder: {from_flat_state(rest)}.\n"
            "Use `...` to match all remaining elements."
        )
    return one_or_all([group.to_nested_state() for group in groups])


def filter_state(state: Any, first: Any, /, *filters: Any) -> Any:
    """One State for each filter; what no filter selects is left out."""
    groups = split_flat(to_flat_state(state), (first, *filters), exhaustive=False)
    return one_or_all([group.to_nested_state() for group in groups])


def merge_state(state: Any, /, *states: Any, cls: type[State] = State) -> State:
    """The union of States; where paths meet, the last one counts."""
    if not states:
        return state if isinstance(state, cls) else cls(state)
    merged: dict[Any, Any] = {}
    for one in (state, *states):
        merged.update(traversals.flatten_mapping(one))
    return from_flat_state(merged, cls=cls)


def diff(state: Any, other: Any) -> State:
    """The part of ``state`` whose paths ``other`` does not have."""
    if not other:
        return state
    known = to_flat_state(other).paths
    return from_flat_state([(p, v) for p, v in to_flat_state(state) if p not in known])


def create_path_filters(state: Any) -> dict[Any, Any]:
    """Filters for the paths of a State, grouped by the values found there."""
    paths: dict[Any, set[Any]] = {}
    for path, value in to_flat_state(state):
        key = value.get_value() if isinstance(value, Variable) else value
        paths.setdefault(key, set()).add(path)
    return {filterlib.PathIn(*found): value for value, found in paths.items()}
