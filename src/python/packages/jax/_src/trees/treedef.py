"""The structure of a tree without its leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .registry import DICT, LIST, NAMEDTUPLE, NONE, TUPLE, NodeKind, kind_of


class PyTreeDef:
    """The structure of a tree: what ``jax.tree.structure`` gives."""

    __slots__ = ("_hash", "children_", "kind", "meta", "nodetype", "num_leaves", "shared")

    def __init__(self, kind: NodeKind | None, nodetype: Any, meta: Any, children: tuple[PyTreeDef, ...]) -> None:
        self.kind = kind
        self.nodetype = nodetype
        self.meta = meta
        self.children_ = children
        self.num_leaves = 1 if kind is None else sum(child.num_leaves for child in children)
        self._hash: int | None = None
        self.shared = kind is None
        """Whether equal structures are this one object; see :func:`treedef_of`."""

    @property
    def num_nodes(self) -> int:
        """Number of nodes, leaves included."""
        return 1 + sum(child.num_nodes for child in self.children_)

    def children(self) -> list[PyTreeDef]:
        """The structures of the children of the root."""
        return list(self.children_)

    def node_data(self) -> tuple[Any, Any] | None:
        """Class and metadata of the root; None for a leaf."""
        return None if self.kind is None else (self.nodetype, self.meta)

    def unflatten(self, leaves: Iterable[Any]) -> Any:
        """A tree of this structure with these leaves."""
        values = list(leaves)
        if len(values) < self.num_leaves:
            raise ValueError(f"Too few leaves for PyTreeDef; expected {self.num_leaves}, got {len(values)}")
        if len(values) > self.num_leaves:
            raise ValueError(f"Too many leaves for PyTreeDef; expected {self.num_leaves}.")
        return self._build(iter(values))

    def _build(self, leaves: Any) -> Any:
        kind = self.kind
        if kind is None:
            return next(leaves)
        parts = [next(leaves) if child.kind is None else child._build(leaves) for child in self.children_]
        return kind.unflatten(self.meta, parts)

    def flatten_up_to(self, tree: Any) -> list[Any]:
        """The subtrees of a tree where this structure has its leaves."""
        out: list[Any] = []
        self._up_to(tree, out)
        return out

    def _up_to(self, tree: Any, out: list[Any]) -> None:
        if self.kind is None:
            out.append(tree)
            return
        kind = kind_of(tree)
        if kind is None or kind is not self.kind or self.nodetype is not type(tree):
            raise StructureError
        children, meta = kind.flatten(tree)
        children = list(children)
        if len(children) != len(self.children_) or meta != self.meta:
            raise StructureError
        for child, subtree in zip(self.children_, children, strict=True):
            child._up_to(subtree, out)

    def compose(self, inner: PyTreeDef) -> PyTreeDef:
        """This structure with another one in place of each leaf."""
        if self.kind is None:
            return inner
        children = tuple(child.compose(inner) for child in self.children_)
        return PyTreeDef(self.kind, self.nodetype, self.meta, children)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, PyTreeDef):
            return NotImplemented
        return (
            self.kind is other.kind
            and self.nodetype is other.nodetype
            and self.num_leaves == other.num_leaves
            and self.children_ == other.children_
            and self._same_meta(other)
        )

    def _same_meta(self, other: PyTreeDef) -> bool:
        try:
            return bool(self.meta == other.meta)
        except ValueError as error:
            raise ValueError(
                "Exception raised while checking equality of metadata fields of pytree. Make sure that metadata fields "
                "are hashable and have simple equality semantics. (Note: arrays cannot be passed as metadata fields!)"
            ) from error

    def __hash__(self) -> int:
        if self._hash is None:
            try:
                meta = hash(self.meta)
            except TypeError:
                # A node's metadata may be a list or a plain dataclass: equality alone then tells structures apart.
                meta = 0
            self._hash = hash((self.nodetype, meta, self.children_))
        return self._hash

    def __repr__(self) -> str:
        return f"PyTreeDef({self._text()})"

    def _text(self) -> str:
        parts = [child._text() for child in self.children_]
        if self.kind is None:
            return "*"
        if self.kind is NONE:
            return "None"
        if self.kind is TUPLE:
            return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
        if self.kind is LIST:
            return f"[{', '.join(parts)}]"
        if self.kind is DICT:
            return "{" + ", ".join(f"{key!r}: {part}" for key, part in zip(self.meta, parts, strict=True)) + "}"
        return f"CustomNode({self._custom()}, [{', '.join(parts)}])"

    def _custom(self) -> str:
        if self.kind is NAMEDTUPLE:
            return f"namedtuple[{self.nodetype.__name__}]"
        return f"{self.nodetype.__name__}[{self.meta}]"


class StructureError(Exception):
    """A tree has not the structure that is asked for; the caller says what differs."""


LEAF = PyTreeDef(None, None, None, ())

_shared: dict[Any, PyTreeDef] = {}
_MAX_SHARED = 4096
_TEXT_ALONE = {str}


def treedef_of(kind: NodeKind, nodetype: Any, meta: Any, children: list[PyTreeDef]) -> PyTreeDef:
    """The structure of a node. Equal ones are one object where keys cannot be told apart: whoever calls a jitted
    function again and again finds it without comparing trees."""
    # 1, 1.0 and True are equal keys, and a tree is built again with its own: only texts are alike.
    if meta is not None and not (kind is DICT and {*map(type, meta)} == _TEXT_ALONE):
        return PyTreeDef(kind, nodetype, meta, tuple(children))
    # A structure that is kept here keeps its children, so that their ids stay theirs.
    key = (nodetype, meta, *map(id, children))
    found = _shared.get(key)
    if found is None:
        found = PyTreeDef(kind, nodetype, meta, tuple(children))
        if all(child.shared for child in children):
            if len(_shared) >= _MAX_SHARED:
                _shared.clear()
            found.shared = True
            _shared[key] = found
    return found


def flatten_into(tree: Any, leaves: list[Any], is_leaf: Callable[[Any], bool] | None) -> PyTreeDef:
    """Appends the leaves of a tree to a list and gives its structure."""
    if is_leaf is not None and is_leaf(tree):
        leaves.append(tree)
        return LEAF
    kind = kind_of(tree)
    if kind is None:
        leaves.append(tree)
        return LEAF
    children, meta = kind.flatten(tree)
    return treedef_of(kind, type(tree), meta, [flatten_into(child, leaves, is_leaf) for child in children])


def flatten_paths(
    tree: Any, path: tuple[Any, ...], out: list[tuple[Any, Any]], is_leaf: Any, wants_path: bool
) -> PyTreeDef:
    """Like :func:`flatten_into`, with the key path of each leaf."""
    if is_leaf is not None and (is_leaf(path, tree) if wants_path else is_leaf(tree)):
        out.append((path, tree))
        return LEAF
    kind = kind_of(tree)
    if kind is None:
        out.append((path, tree))
        return LEAF
    children, meta = kind.keyed(tree)
    parts = [flatten_paths(child, (*path, key), out, is_leaf, wants_path) for key, child in children]
    return treedef_of(kind, type(tree), meta, parts)
