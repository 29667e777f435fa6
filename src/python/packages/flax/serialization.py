"""State dicts: nested dicts with string keys, to store a tree and to fill it again."""

from collections.abc import Callable, Mapping
from typing import Any

import _absent
import jax
from flax.core.frozen_dict import FrozenDict

_handlers: dict[type, tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]] = {}
_path: list[str] = []


class _AnyNamedTuple:
    """Stands for every named tuple among the handlers."""


def current_path() -> str:
    """Where in the tree `from_state_dict` is, for error texts."""
    return "/".join(_path)


def register_serialization_state(
    ty: type,
    ty_to_state_dict: Callable[[Any], Any],
    ty_from_state_dict: Callable[[Any, Any], Any],
    override: bool = False,
) -> None:
    """Says how a class becomes a state dict and is filled from one. ValueError if it is known already."""
    if ty in _handlers and not override:
        raise ValueError(f'a serialization handler for "{ty.__name__}" is already registered')
    _handlers[ty] = ty_to_state_dict, ty_from_state_dict


def is_serializable(target: Any) -> bool:
    """Whether a class, or the class of a value, has a handler."""
    return (target if isinstance(target, type) else type(target)) in _handlers


def to_state_dict(target: Any) -> Any:
    """The state dict of a tree; leaves and classes without a handler stay as they are."""
    handler = _handlers.get(_kind(target))
    return target if handler is None else handler[0](target)


def from_state_dict(target: Any, state: Any, name: str = ".") -> Any:
    """A tree of the structure of `target` with the values of `state`.

    ValueError if their keys or lengths differ.
    """
    handler = _handlers.get(_kind(target))
    if handler is None:
        return state
    _path.append(name)
    try:
        return handler[1](target, state)
    finally:
        _path.pop()


def msgpack_serialize(pytree: Any, in_place: bool = False) -> bytes:
    """The bytes of a tree of dicts, lists, numbers, texts and arrays. TypeError for anything else."""
    from flax._msgpack import pack

    return pack(pytree if in_place else jax.tree.map(lambda x: x, pytree))


def msgpack_restore(encoded_pytree: bytes) -> Any:
    """The tree of those bytes; its arrays are NumPy's."""
    from flax._msgpack import unpack

    return unpack(encoded_pytree)


def to_bytes(target: Any) -> bytes:
    """The state dict of a tree as bytes, to be kept."""
    return msgpack_serialize(to_state_dict(target), in_place=True)


def from_bytes(target: Any, encoded_bytes: bytes) -> Any:
    """A tree of the structure of `target` with the values of those bytes."""
    return from_state_dict(target, msgpack_restore(encoded_bytes))


def _kind(target: Any) -> type:
    is_named = isinstance(target, tuple) and hasattr(target, "_fields")
    return _AnyNamedTuple if is_named else type(target)


def _dict_to_state(xs: Mapping[Any, Any]) -> dict[str, Any]:
    names = {str(key) for key in xs}
    if len(names) != len(xs):
        raise ValueError(f"Dict keys do not have a unique string representation: {names} vs given: {xs}")
    return {str(key): to_state_dict(value) for key, value in xs.items()}


def _dict_from_state(xs: Mapping[Any, Any], state: Mapping[str, Any]) -> dict[Any, Any]:
    missing = {str(key) for key in xs} - set(state)
    if missing:
        raise ValueError(
            "The target dict keys and state dict keys do not match, target dict contains keys "
            f"{missing} which are not present in state dict at path {current_path()}"
        )
    return {key: from_state_dict(v, state[str(key)], str(key)) for key, v in xs.items()}


def _list_to_state(xs: Any) -> dict[str, Any]:
    return {str(i): to_state_dict(x) for i, x in enumerate(xs)}


def _list_from_state(xs: Any, state: Mapping[str, Any]) -> list[Any]:
    if len(state) != len(xs):
        raise ValueError(
            "The size of the list and the state dict do not match, got "
            f"{len(xs)} and {len(state)} at path {current_path()}"
        )
    return [from_state_dict(x, state[str(i)], str(i)) for i, x in enumerate(xs)]


def _named_to_state(xs: Any) -> dict[str, Any]:
    return {name: to_state_dict(getattr(xs, name)) for name in xs._fields}


def _named_from_state(xs: Any, state: Mapping[str, Any]) -> Any:
    if set(state) != set(xs._fields):
        raise ValueError(
            "The field names of the state dict and the named tuple do not match, got "
            f"{set(state)} and {set(xs._fields)} at path {current_path()}"
        )
    return type(xs)(**{k: from_state_dict(getattr(xs, k), v, k) for k, v in state.items()})


register_serialization_state(dict, _dict_to_state, _dict_from_state)
register_serialization_state(list, _list_to_state, _list_from_state)
register_serialization_state(tuple, _list_to_state, lambda xs, s: tuple(_list_from_state(xs, s)))
register_serialization_state(_AnyNamedTuple, _named_to_state, _named_from_state)
register_serialization_state(FrozenDict, _dict_to_state, lambda xs, s: FrozenDict(_dict_from_state(xs, s)))

__getattr__, __dir__ = _absent.attributes(__name__, "Flax 0.12.8")
