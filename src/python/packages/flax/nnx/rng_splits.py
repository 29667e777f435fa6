"""Splitting, forking and reseeding the random streams inside a model."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import filterlib, graphlib
from flax.nnx.basics import MISSING
from flax.nnx.rnglib import Rngs, RngStream
from jax import random


@jax.tree_util.register_dataclass
@dataclasses.dataclass(frozen=True)
class SplitBackups:
    """The streams as they were; as a context manager it puts them back at its end."""

    backups: list[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.backups)

    def __enter__(self) -> SplitBackups:
        return self

    def __exit__(self, *args: Any) -> None:
        restore_rngs(self)


def restore_rngs(backups: Iterable[Any], /) -> None:
    """Put streams back to the key, and where it was kept the count, of a backup."""
    for stream, key, *count in backups:
        stream.key.set_value(key)
        if count:
            stream.count.set_value(count[0])


def _selected(node: Any, predicate: Callable[..., bool]) -> Iterator[tuple[Any, RngStream]]:
    for path, stream in graphlib.iter_graph(node):
        if (
            isinstance(stream, RngStream)
            and predicate((*path, "key"), stream.key)
            and predicate((*path, "count"), stream.count)
        ):
            yield path, stream


def _decorator(around: Callable[[Any], SplitBackups]) -> Callable[..., Any]:
    def decorate(f: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(f)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            with around((args, kwargs)):
                return f(*args, **kwargs)

        return wrapper

    return decorate


def split_rngs(
    node: Any = MISSING,
    /,
    *,
    splits: int | tuple[int, ...],
    only: filterlib.Filter = ...,
    squeeze: bool = False,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """Split every selected stream into ``splits`` keys, in place, until the backup restores it.

    Without a node it decorates a function, whose arguments are split for the call.
    """
    graphlib.check_graph_mode(graph)
    del graph_updates
    if node is MISSING:
        return _decorator(lambda args: split_rngs(args, splits=splits, only=only, squeeze=squeeze))
    if squeeze and splits != 1:
        raise ValueError("squeeze=True is only supported for splits=1")
    backups = []
    leading = (splits,) if isinstance(splits, int) else tuple(splits)
    for _, stream in list(_selected(node, filterlib.to_predicate(only))):
        key = stream()
        backups.append((stream, stream.key[...], stream.count[...]))
        keys = random.split(key, splits)
        shape = stream.count.shape if squeeze else (*leading, *stream.count.shape)
        stream.key.set_value(keys[0] if squeeze else keys)
        stream.count.set_value(jnp.zeros(shape, dtype=jnp.uint32))
    return SplitBackups(backups)


def fork_rngs(
    node: Any = MISSING, /, *, split: Any = None, graph: bool | None = None, graph_updates: bool | None = None
) -> Any:
    """Let every stream go on from its next key, in place, until the backup restores it.

    ``split`` maps filters to numbers of keys. Without a node it decorates a function.
    """
    graphlib.check_graph_mode(graph)
    del graph_updates
    if node is MISSING:
        return _decorator(lambda args: fork_rngs(args, split=split))
    spec = split if isinstance(split, dict) else {...: split}
    backups = []
    for wanted, count in spec.items():
        for _, stream in list(_selected(node, filterlib.to_predicate(wanted))):
            forked = stream.fork() if count is None else stream.split(count)
            backups.append((stream, stream.key[...], stream.count[...]))
            stream.key.set_value(forked.key.get_value())
            stream.count.set_value(forked.count.get_value())
    return SplitBackups(backups)


def backup_keys(node: Any, /) -> list[Any]:
    """The streams of a model with their present keys."""
    return [(s, s.key[...]) for _, s in graphlib.iter_graph(node) if isinstance(s, RngStream)]


def _scalars_only(path: Any, key: jax.Array, shape: tuple[int, ...]) -> jax.Array:
    if shape != ():
        raise ValueError(
            f"Cannot reseed stream at path {path!r} becuase it has a non-scalar key, found key "
            f"with shape {shape}. If all your multi-dimensional keys have unique values on all "
            'dimensions, set policy="match_shape", else provide a custom reseed policy.'
        )
    return key


def _match_shape(path: Any, key: jax.Array, shape: tuple[int, ...]) -> jax.Array:
    return key if shape == () else random.split(key, shape)


def reseed(node: Any, /, *, graph: bool | None = None, policy: Any = "scalars_only", **stream_keys: Any) -> None:
    """Start the named streams of a model anew from seeds or keys, in place.

    ``policy`` says what streams of several keys get: ValueError (``"scalars_only"``), split
    keys (``"match_shape"``) or what a function of path, key and shape gives.
    """
    graphlib.check_graph_mode(graph)
    policies = {"scalars_only": _scalars_only, "match_shape": _match_shape}
    choose = policy if callable(policy) else policies.get(policy)
    if choose is None:
        raise ValueError(f'policy must be "scalars_only", "match_shape" or a callable, got {policy!r}')
    rngs = Rngs(**stream_keys)
    for path, stream in graphlib.iter_graph(node):
        if isinstance(stream, RngStream) and stream.key.tag in stream_keys:
            key: Any = choose(path, rngs[stream.key.tag](), stream.key.shape)
            stream.key.set_value(key)
            stream.count.set_value(jnp.zeros(key.shape, dtype=jnp.uint32))
