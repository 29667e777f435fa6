"""Which classes are inner nodes of trees, and how they come apart."""

from __future__ import annotations

import dataclasses
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from .keys import DictKey, FlattenedIndexKey, GetAttrKey, SequenceKey

T = TypeVar("T")


class NodeKind:
    """How values of one class come apart into children and metadata, and back."""

    __slots__ = ("flatten", "flatten_with_keys", "name", "unflatten")

    def __init__(
        self,
        name: str,
        flatten: Callable[[Any], tuple[Sequence[Any], Any]],
        unflatten: Callable[[Any, Sequence[Any]], Any],
        flatten_with_keys: Callable[[Any], tuple[Sequence[tuple[Any, Any]], Any]] | None,
    ) -> None:
        self.name = name
        self.flatten = flatten
        self.unflatten = unflatten
        self.flatten_with_keys = flatten_with_keys

    def keyed(self, value: Any) -> tuple[list[tuple[Any, Any]], Any]:
        """Children with the keys under which they are found."""
        if self.flatten_with_keys is not None:
            children, meta = self.flatten_with_keys(value)
            return list(children), meta
        plain, meta = self.flatten(value)
        return [(FlattenedIndexKey(i), child) for i, child in enumerate(plain)], meta


def sorted_keys(value: dict[Any, Any]) -> list[Any]:
    """The keys of a dict in the order of its children."""
    try:
        return sorted(value)
    except TypeError as error:
        raise ValueError("Comparator raised exception while sorting pytree dictionary keys.") from error


def _dict_flatten(value: dict[Any, Any]) -> tuple[list[Any], tuple[Any, ...]]:
    keys = sorted_keys(value)
    return [value[key] for key in keys], tuple(keys)


def _sequence_keys(value: Sequence[Any]) -> tuple[list[tuple[Any, Any]], None]:
    return [(SequenceKey(i), child) for i, child in enumerate(value)], None


def _dict_keys(value: dict[Any, Any]) -> tuple[list[tuple[Any, Any]], tuple[Any, ...]]:
    keys = sorted_keys(value)
    return [(DictKey(key), value[key]) for key in keys], tuple(keys)


def _zipped(keys: Any, children: Any) -> list[tuple[Any, Any]]:
    return list(zip(keys, children, strict=True))


NONE = NodeKind("None", lambda _: ((), None), lambda _, __: None, lambda _: ([], None))
TUPLE = NodeKind("tuple", lambda x: (x, None), lambda _, xs: tuple(xs), _sequence_keys)
LIST = NodeKind("list", lambda x: (x, None), lambda _, xs: list(xs), _sequence_keys)
DICT = NodeKind("dict", _dict_flatten, lambda keys, xs: dict(zip(keys, xs, strict=True)), _dict_keys)
NAMEDTUPLE = NodeKind(
    "namedtuple",
    lambda x: (tuple(x), type(x)),
    lambda kind, xs: kind(*xs),
    lambda x: ([(GetAttrKey(name), child) for name, child in zip(x._fields, x, strict=True)], type(x)),
)
ORDERED = NodeKind(
    "OrderedDict",
    lambda x: (tuple(x.values()), tuple(x)),
    lambda keys, xs: OrderedDict(_zipped(keys, xs)),
    lambda x: ([(DictKey(key), child) for key, child in x.items()], tuple(x)),
)
DEFAULT = NodeKind(
    "defaultdict",
    lambda x: (tuple(x.values()), (x.default_factory, tuple(x))),
    lambda meta, xs: defaultdict(meta[0], _zipped(meta[1], xs)),
    lambda x: ([(DictKey(key), child) for key, child in x.items()], (x.default_factory, tuple(x))),
)

_kinds: dict[type, NodeKind] = {
    type(None): NONE,
    tuple: TUPLE,
    list: LIST,
    dict: DICT,
    OrderedDict: ORDERED,
    defaultdict: DEFAULT,
}


def kind_of(value: Any) -> NodeKind | None:
    """How a value comes apart; None for a leaf."""
    found = _kinds.get(type(value))
    if found is not None:
        return found
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return NAMEDTUPLE
    return None


def is_node_class(typ: type) -> bool:
    """Whether values of a class come apart."""
    return typ in _kinds or (issubclass(typ, tuple) and hasattr(typ, "_fields"))


def _register(nodetype: type, kind: NodeKind) -> None:
    if nodetype in _kinds:
        raise ValueError(f"Duplicate custom PyTreeDef type registration for {nodetype}.")
    _kinds[nodetype] = kind


def register_pytree_node(
    nodetype: type[T],
    flatten_func: Callable[[T], tuple[Any, Any]],
    unflatten_func: Callable[[Any, Any], T],
    flatten_with_keys_func: Callable[[T], tuple[Any, Any]] | None = None,
) -> None:
    """Make a class a node of trees: how it comes apart into ``(children, metadata)``, and back."""
    _register(nodetype, NodeKind(nodetype.__name__, flatten_func, unflatten_func, flatten_with_keys_func))


def register_pytree_with_keys(
    nodetype: type[T],
    flatten_with_keys: Callable[[T], tuple[Any, Any]],
    unflatten_func: Callable[[Any, Any], T],
    flatten_func: Callable[[T], tuple[Any, Any]] | None = None,
) -> None:
    """Make a class a node of trees whose children have keys in paths."""

    def flatten(value: T) -> tuple[Any, Any]:
        children, meta = flatten_with_keys(value)
        return [child for _, child in children], meta

    _register(nodetype, NodeKind(nodetype.__name__, flatten_func or flatten, unflatten_func, flatten_with_keys))


def register_pytree_node_class(cls: type[T]) -> type[T]:
    """Class decorator: the class has ``tree_flatten`` and the class method ``tree_unflatten``."""
    node: Any = cls
    register_pytree_node(node, lambda x: x.tree_flatten(), node.tree_unflatten)
    return cls


def register_pytree_with_keys_class(cls: type[T]) -> type[T]:
    """Class decorator: the class has ``tree_flatten_with_keys`` and ``tree_unflatten``."""
    node: Any = cls
    own = getattr(node, "tree_flatten", None)
    flatten = None if own is None else lambda x: x.tree_flatten()
    register_pytree_with_keys(node, lambda x: x.tree_flatten_with_keys(), node.tree_unflatten, flatten)
    return cls


def _dataclass_fields(
    nodetype: Any, data_fields: Any, meta_fields: Any, drop: Any
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if (data_fields is None) != (meta_fields is None):
        raise TypeError(
            "register_dataclass: data_fields and meta_fields must both be specified when either is specified."
        )
    is_dataclass = dataclasses.is_dataclass(nodetype)
    if data_fields is not None:
        data, meta = tuple(data_fields), tuple(meta_fields)
        if is_dataclass:
            init = {field.name for field in dataclasses.fields(nodetype) if field.init} - set(drop)
            if init != {*data, *meta}:
                raise ValueError(_field_mismatch(init, {*data, *meta}))
        return data, meta
    if not is_dataclass:
        raise TypeError(
            "register_dataclass: data_fields and meta_fields are required when nodetype is not a dataclass. "
            f"Got nodetype={nodetype!r}."
        )
    fields = [field for field in dataclasses.fields(nodetype) if field.init and field.name not in drop]
    data = tuple(field.name for field in fields if not field.metadata.get("static", False))
    meta = tuple(field.name for field in fields if field.metadata.get("static", False))
    return data, meta


def _field_mismatch(init: set[str], given: set[str]) -> str:
    text = "data_fields and meta_fields must include all dataclass fields with ``init=True`` and only them."
    if missing := init - given:
        text += f" Missing fields: {missing}. Add them to drop_fields to suppress this error."
    if unexpected := given - init:
        text += f" Unexpected fields: {unexpected}."
    return text


def register_dataclass(nodetype: Any, data_fields: Any = None, meta_fields: Any = None, drop_fields: Any = ()) -> Any:
    """Make a dataclass a node of trees.

    Fields are children, those marked ``field(metadata=dict(static=True))`` or named in ``meta_fields`` are
    metadata. Usable as a decorator.
    """
    data, meta = _dataclass_fields(nodetype, data_fields, meta_fields, drop_fields)

    def flatten(x: Any) -> tuple[Any, Any]:
        return tuple(getattr(x, name) for name in data), tuple(getattr(x, name) for name in meta)

    def flatten_with_keys(x: Any) -> tuple[Any, Any]:
        children = [(GetAttrKey(name), getattr(x, name)) for name in data]
        return children, tuple(getattr(x, name) for name in meta)

    def unflatten(values: Any, children: Any) -> Any:
        return nodetype(**dict(_zipped(data, children)), **dict(_zipped(meta, values)))

    _register(nodetype, NodeKind(nodetype.__name__, flatten, unflatten, flatten_with_keys))
    return nodetype


def register_static(cls: type[T]) -> type[T]:
    """Class decorator: values of the class are nodes without children, compared by ``==``."""
    node: Any = cls
    _register(node, NodeKind(node.__name__, lambda x: ((), x), lambda x, _: x, lambda x: ([], x)))
    return cls
