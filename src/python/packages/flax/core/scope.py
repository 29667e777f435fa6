"""Scopes: where the variables and keys of one bound module live."""

import sys
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jax
from flax import errors
from flax.core.filters import CollectionFilter, DenyList, in_filter
from flax.core.frozen_dict import FrozenDict
from flax.core.rng import PathKey
from flax.core.shapes import initial_shapes, leaf_shapes

__all__ = ["CollectionFilter", "DenyList", "Scope", "Variable"]


_BOXES = "flax.core.meta"


def unboxed(value: Any) -> Any:
    """The value without boxes; there are none where nothing has imported them."""
    boxes = sys.modules.get(_BOXES)
    return value if boxes is None else boxes.unbox(value)


class Variable:
    """A handle on one variable of a collection; read and write `.value`."""

    def __init__(self, scope: Scope, collection: str, name: str, unbox: bool):
        self.scope = scope
        self.collection = collection
        self.name = name
        self.unbox = unbox

    @property
    def value(self) -> Any:
        """The variable's current value. Setting it needs a mutable collection."""
        value = self.scope.get_variable(self.collection, self.name)
        return unboxed(value) if self.unbox else value

    @value.setter
    def value(self, value: Any) -> None:
        if self.unbox and _BOXES in sys.modules:
            old = self.scope.get_variable(self.collection, self.name)
            value = sys.modules[_BOXES].replace_boxed(old, value)
        self.scope.put_variable(self.collection, self.name, value)

    def is_mutable(self) -> bool:
        """Whether the value may be set."""
        return self.scope.is_mutable_collection(self.collection)


class Scope:
    """One level of the tree of variables: collections, key streams, and the names in use.

    The root holds the collections; a child reads and writes its part of its parent's.
    """

    def __init__(
        self,
        variables: dict[str, Any],
        rngs: Mapping[str, Any] | None = None,
        name: str | None = None,
        mutable: CollectionFilter = False,
        parent: Scope | None = None,
        path: tuple[str, ...] = (),
        debug_path: tuple[str, ...] | None = None,
        flags: Mapping[str, Any] | None = None,
        counters: dict[Any, Any] | None = None,
    ):
        self._variables = variables
        self.rngs = {stream: key if isinstance(key, PathKey) else PathKey(key) for stream, key in (rngs or {}).items()}
        self.name = name
        self.mutable = mutable
        self.parent = parent
        self.path = path
        self.debug_path = path if debug_path is None else debug_path
        self.flags = dict(flags or {})
        self.rng_counters: dict[Any, Any] = {} if counters is None else counters
        self.reservations: dict[str, set[str | None]] = {}
        self.root: Scope = parent.root if parent else self
        self.invalid = False
        self.twins: Any = weakref.WeakValueDictionary()
        """Of the root: the bound copies of modules, by the id of what they were copied from."""

    @property
    def _own_name(self) -> str:
        assert self.name is not None, "a child scope has a name"
        return self.name

    @property
    def path_text(self) -> str:
        """The path as error texts show it."""
        return "/" + "/".join(self.debug_path)

    @contextmanager
    def temporary(self) -> Iterator[Scope]:
        """Keeps the scope valid within a `with` block only."""
        try:
            yield self
        finally:
            self.invalid = True

    def check_valid(self) -> None:
        """Raises InvalidScopeError once the `init` or `apply` of this scope has ended."""
        if self.invalid:
            raise errors.InvalidScopeError(self.name)

    def rewind(self) -> None:
        """Frees the names, so that the next call of the module finds the same variables."""
        self.reservations = {}

    # Names

    def name_reserved(self, name: str, col: str | None = None) -> bool:
        """Whether `name` is taken: by a submodule, or (given `col`) in that collection."""
        taken = self.reservations.get(name)
        return taken is not None and (None in taken or col is None or col in taken)

    def reserve(self, name: str, col: str | None = None) -> None:
        """Takes a name. ValueError if it is in use, TypeError if it is no string."""
        if not isinstance(name, str):
            raise TypeError(f'The type of scope "{{name}}" should be string but it is {type(name)}')
        if self.name_reserved(name, col):
            raise ValueError(f'Duplicate use of scope name: "{name}"')
        self.reservations.setdefault(name, set()).add(col)

    def push(self, name: str, reuse: bool = False) -> Scope:
        """The scope of the submodule `name`."""
        self.check_valid()
        if not reuse or name not in self.reservations:
            self.reserve(name)
        counters = self.rng_counters.setdefault(("child", name), {})
        return Scope(
            {},
            {stream: key.step(name) for stream, key in self.rngs.items()},
            name,
            self.mutable,
            self,
            (*self.path, name),
            (*self.debug_path, name),
            self.flags,
            counters,
        )

    # Keys

    def has_rng(self, name: str) -> bool:
        """Whether a stream of keys has this name."""
        return name in self.rngs

    def make_rng(self, name: str = "params") -> Any:
        """The next key of a stream (of `params` if there is none of that name)."""
        if name not in self.rngs:
            if "params" not in self.rngs:
                raise errors.InvalidRngError(f'{self.name} needs PRNG for "{name}"')
            name = "params"
        self.check_valid()
        count = self.rng_counters.get(name, 0) + 1
        self.rng_counters[name] = count
        return self.rngs[name].step(count).key()

    # Collections

    def is_mutable_collection(self, col: str) -> bool:
        """Whether variables of this collection may be written."""
        return in_filter(self.mutable, col)

    def is_collection_empty(self, col: str) -> bool:
        """Whether the root has no variables in this collection."""
        return not self.root._variables.get(col)

    def collection(self, col: str) -> Mapping[str, Any]:
        """This scope's part of a collection; empty if there is none."""
        if self.parent is None:
            return self._variables.get(col, FrozenDict())
        return self.parent.collection(col).get(self._own_name, FrozenDict())

    def _mutable_collection(self, col: str) -> dict[str, Any]:
        if self.parent is None:
            return self._variables.setdefault(col, {})
        return self.parent._mutable_collection(col).setdefault(self._own_name, {})

    def variables(self) -> dict[str, Any]:
        """Every collection that has variables of this scope."""
        if self.parent is None:
            return self._variables
        above = self.parent.variables()
        name = self._own_name
        return {col: part[name] for col, part in above.items() if name in part}

    def mutable_variables(self) -> dict[str, Any]:
        """The collections that may have changed."""
        return {col: v for col, v in self.variables().items() if in_filter(self.mutable, col)}

    def get_variable(self, col: str, name: str, default: Any = None) -> Any:
        """The value of a variable, or `default`."""
        return self.collection(col).get(name, default)

    def has_variable(self, col: str, name: str) -> bool:
        """Whether the variable exists."""
        return name in self.collection(col)

    def put_variable(self, col: str, name: str, value: Any) -> None:
        """Writes a variable; dicts are merged. ModifyScopeVariableError if that is not allowed."""
        self.check_valid()
        if not self.is_mutable_collection(col):
            raise errors.ModifyScopeVariableError(col, name, self.path_text)
        _merge_into(self._mutable_collection(col), name, value)

    def variable(
        self,
        col: str,
        name: str,
        init_fn: Callable[..., Any] | None = None,
        *init_args: Any,
        unbox: bool = True,
        **init_kwargs: Any,
    ) -> Variable:
        """A variable, made by `init_fn(*init_args)` where it is missing and the collection is mutable.

        ScopeCollectionNotFound or ScopeVariableNotFoundError where it can't be made.
        """
        self.reserve(name, col)
        if not self.has_variable(col, name):
            if not self.is_mutable_collection(col) or init_fn is None:
                if self.is_collection_empty(col):
                    raise errors.ScopeCollectionNotFound(col, name, self.path_text)
                raise errors.ScopeVariableNotFoundError(name, col, self.path_text)
            self.put_variable(col, name, init_fn(*init_args, **init_kwargs))
        return Variable(self, col, name, unbox)

    def param(
        self, name: str, init_fn: Callable[..., Any], *init_args: Any, unbox: bool = True, **init_kwargs: Any
    ) -> Any:
        """A parameter: the given value if there is one, else `init_fn(key, *init_args)`.

        ScopeParamShapeError if the given value has another shape than `init_fn` makes,
        ScopeParamNotFoundError or ScopeCollectionNotFound if it is missing during `apply`.
        """
        self.reserve(name, "params")
        if self.has_variable("params", name):
            value = self.get_variable("params", name)
            expected = initial_shapes(init_fn, init_args, init_kwargs)
            for have, want in zip(leaf_shapes(value), expected, strict=False):
                if have != want:
                    raise errors.ScopeParamShapeError(name, self.path_text, have, want)
            return unboxed(value) if unbox else value
        if not self.is_mutable_collection("params"):
            if self.is_collection_empty("params"):
                raise errors.ScopeCollectionNotFound("params", name, self.path_text)
            raise errors.ScopeParamNotFoundError(name, self.path_text)
        value = init_fn(self.make_rng("params"), *init_args, **init_kwargs)
        self.put_variable("params", name, value)
        return unboxed(value) if unbox else value

    def get_flag(self, key: str, default: Any = None) -> Any:
        """What `init` or `apply` noted under `key`."""
        return self.flags.get(key, default)


def _merge_into(target: dict[str, Any], key: str, value: Any) -> None:
    if isinstance(target.get(key), dict) and isinstance(value, Mapping):
        for inner, part in value.items():
            _merge_into(target[key], inner, part)
    else:
        target[key] = value


jax.tree_util.register_pytree_node(
    PathKey, lambda k: ((k.base,), k.steps), lambda steps, children: PathKey(children[0], steps)
)
