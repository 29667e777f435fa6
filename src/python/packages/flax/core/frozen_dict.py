"""`FrozenDict`: an immutable mapping that JAX treats as a tree."""

from collections.abc import Iterator, KeysView, Mapping, ValuesView
from typing import Any

import jax


class FrozenDict(Mapping[Any, Any]):
    """An immutable, hashable mapping. Dicts inside it are frozen as well.

    It is a pytree whose children are ordered by key, like a dict.
    """

    __slots__ = ("_dict", "_hash")

    def __init__(self, *args: Any, **kwargs: Any):
        self._dict: dict[Any, Any] = {k: _plain(v) for k, v in dict(*args, **kwargs).items()}
        self._hash: int | None = None

    def __getitem__(self, key: Any) -> Any:
        value = self._dict[key]
        return _share(value) if isinstance(value, dict) else value

    def __setitem__(self, key: Any, value: Any) -> None:
        raise ValueError("FrozenDict is immutable.")

    def __contains__(self, key: object) -> bool:
        return key in self._dict

    def __iter__(self) -> Iterator[Any]:
        return iter(self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __repr__(self) -> str:
        return self.pretty_repr()

    def __hash__(self) -> int:
        if self._hash is None:
            total = 0
            for key in self._dict:
                total ^= hash((key, self[key]))
            self._hash = total
        return self._hash

    def __reduce__(self) -> Any:
        return FrozenDict, (self.unfreeze(),)

    def get(self, key: Any, default: Any = None) -> Any:
        """The value at `key`, else `default`."""
        return self[key] if key in self._dict else default

    def keys(self) -> KeysView[Any]:
        """The keys, printed as `frozen_dict_keys`."""
        return _Keys(self)

    def values(self) -> ValuesView[Any]:
        """The values, printed as `frozen_dict_values`."""
        return _Values(self)

    def items(self) -> Any:
        """An iterator over pairs of key and value."""
        for key in self._dict:
            yield key, self[key]

    def pretty_repr(self, num_spaces: int = 4) -> str:
        """The text of the dict, one entry a line, indented by `num_spaces`."""
        return f"FrozenDict({_nested_text(self._dict, num_spaces)})"

    def copy(self, add_or_replace: Mapping[Any, Any] | None = None) -> FrozenDict:
        """A new FrozenDict with the entries of `add_or_replace` added."""
        return type(self)({**self._dict, **_plain(dict(add_or_replace or {}))})

    def pop(self, key: Any) -> tuple[FrozenDict, Any]:
        """A FrozenDict without `key`, and the value that was there. KeyError if there is none."""
        value = self[key]
        return type(self)({k: v for k, v in self._dict.items() if k != key}), value

    def unfreeze(self) -> dict[Any, Any]:
        """The same entries as an ordinary dict."""
        return unfreeze(self)

    def tree_flatten_with_keys(self) -> tuple[Any, Any]:
        """Children with their keys, in sorted order, and the keys as metadata."""
        order = tuple(sorted(self._dict))
        return tuple((jax.tree_util.DictKey(k), self._dict[k]) for k in order), order

    def tree_flatten(self) -> tuple[Any, Any]:
        """Children in sorted order of their keys, and the keys as metadata."""
        order = tuple(sorted(self._dict))
        return tuple(self._dict[k] for k in order), order

    @classmethod
    def tree_unflatten(cls, keys: Any, values: Any) -> FrozenDict:
        """The dict of these keys and values."""
        return _share(dict(zip(keys, values, strict=True)))


class _Keys(KeysView[Any]):
    def __repr__(self) -> str:
        return f"frozen_dict_keys({list(self)})"


class _Values(ValuesView[Any]):
    def __repr__(self) -> str:
        return f"frozen_dict_values({list(self)})"


def _share(entries: dict[Any, Any]) -> FrozenDict:
    """A FrozenDict over `entries` without a copy; the caller must not keep them."""
    frozen = FrozenDict.__new__(FrozenDict)
    frozen._dict = entries
    frozen._hash = None
    return frozen


def _plain(x: Any) -> Any:
    if isinstance(x, FrozenDict):
        return x._dict
    if isinstance(x, dict):
        return {key: _plain(value) for key, value in x.items()}
    return x


def _nested_text(x: Any, num_spaces: int) -> str:
    if not isinstance(x, dict):
        return repr(x)
    if not x:
        return "{}"
    entries = "".join(f"{key}: {_nested_text(value, num_spaces)},\n" for key, value in x.items())
    indent = " " * num_spaces
    return "{\n" + "".join(f"{indent}{line}\n" for line in entries[:-1].split("\n")) + "}"


def freeze(xs: Mapping[Any, Any]) -> FrozenDict:
    """The immutable form of a nested dict."""
    return FrozenDict(xs)


def unfreeze(x: Any) -> Any:
    """A nested dict, copied down to its leaves, from a dict or FrozenDict; other values unchanged.

    The copy of a FrozenDict has its keys in sorted order, as after `jax.tree.map`.
    """
    if isinstance(x, FrozenDict):
        return jax.tree_util.tree_map(lambda leaf: leaf, x._dict)
    if isinstance(x, dict):
        return {key: unfreeze(value) for key, value in x.items()}
    return x


def copy(x: Any, add_or_replace: Mapping[str, Any] | None = None) -> Any:
    """A copy of a dict or FrozenDict with entries added. TypeError for anything else."""
    if isinstance(x, FrozenDict):
        return x.copy(add_or_replace)
    if isinstance(x, dict):
        return {**jax.tree_util.tree_map(lambda leaf: leaf, x), **(add_or_replace or {})}
    raise TypeError(f"Expected FrozenDict or dict, got {type(x)}")


def pop(x: Any, key: str) -> tuple[Any, Any]:
    """A dict or FrozenDict without `key`, and the value that was there. TypeError for others."""
    if isinstance(x, FrozenDict):
        return x.pop(key)
    if isinstance(x, dict):
        rest = jax.tree_util.tree_map(lambda leaf: leaf, x)
        return rest, rest.pop(key)
    raise TypeError(f"Expected FrozenDict or dict, got {type(x)}")


def pretty_repr(x: Any, num_spaces: int = 4) -> str:
    """The text of a nested dict, one entry a line; `repr` for anything else."""
    return x.pretty_repr() if isinstance(x, FrozenDict) else _nested_text(x, num_spaces)


jax.tree_util.register_pytree_with_keys(
    FrozenDict,
    FrozenDict.tree_flatten_with_keys,
    FrozenDict.tree_unflatten,
    FrozenDict.tree_flatten,
)
