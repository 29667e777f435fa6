"""``nnx.grad`` and ``nnx.value_and_grad``: derivatives by the Variables of Modules."""

from __future__ import annotations

import dataclasses
import functools
import operator
from collections.abc import Callable
from typing import Any

import jax
from _lab import call_log
from flax.nnx import filterlib, traversals
from flax.nnx.basics import MISSING
from flax.nnx.flat_state import FlatState, split_flat
from flax.nnx.graph_nodes import is_graph_node
from flax.nnx.graph_walk import flatten_graph
from flax.nnx.statelib import State
from flax.nnx.transforms.crossing import (
    Head,
    Inside,
    Outside,
    Packed,
    is_packed,
    map_with_prefix,
    nested,
    refuse_bound,
    resolve_kwargs,
)
from flax.nnx.variablelib import Param, Variable


@dataclasses.dataclass(frozen=True)
class DiffState:
    """Argument ``argnum``, of which the Variables that ``filter`` selects are differentiated."""

    argnum: int
    filter: filterlib.Filter


def _by_argnum(argnums: Any) -> tuple[Any, dict[int, filterlib.Filter]]:
    """What JAX gets as argnums, and the filter of each differentiated argument."""
    single = isinstance(argnums, (int, DiffState))
    filters: dict[int, filterlib.Filter] = {}
    for entry in (argnums,) if single else argnums:
        number = operator.index(entry.argnum if isinstance(entry, DiffState) else entry)
        if number in filters:
            raise ValueError(f"argnum {number} is repeated in argnums")
        filters[number] = entry.filter if isinstance(entry, DiffState) else Param
    return (next(iter(filters)) if single else tuple(filters)), filters


class _Chosen:
    """Tells of a Variable whether it is differentiated."""

    def __init__(self, chosen: filterlib.Filter) -> None:
        self.filters = (chosen, ...)

    def items(self) -> Any:
        """Pairs of a filter and what is told where it fits."""
        return zip(self.filters, (True, False), strict=True)


class _Constants:
    """The Variables that stay out of the derivative, handed round the transformation."""

    def __init__(self) -> None:
        self.kept: list[list[Any]] = []

    def divide(self, outside: Outside, chosen: filterlib.Filter, node: Any) -> Packed:
        """A packed node whose part is the State to differentiate by."""
        assert outside.aliases is not None
        outside.aliases.add(node, _Chosen(chosen))
        graphdef, paths, leaves = flatten_graph(node, index=outside.index)
        flat = FlatState(zip(paths, leaves, strict=True), sort=False)
        if isinstance(node, Variable):
            moved, rest = flat, FlatState((), sort=False)
        else:
            moved, rest = split_flat(flat, (chosen, ...), exhaustive=True)
        self.kept.append([*enumerate(paths), list(rest)])
        return (Head(graphdef, len(self.kept) - 1), _copied(moved))

    def restore(self, inside: Inside, packed: Packed) -> Any:
        """The node with the traced State and the constants."""
        *order, rest = self.kept[packed[0].groups]
        state = packed[1]
        pairs = traversals.flatten_to_sequence(state) if isinstance(state, State) else [((), state)]
        found = dict([*pairs, *((path, v.copy() if _is_variable(v) else v) for path, v in rest)])
        return inside.build(packed[0].graphdef, [found[path] for _, path in order])


def _is_variable(x: Any) -> bool:
    return isinstance(x, Variable)


def _copied(flat: FlatState) -> Any:
    return nested(list(flat.paths), [v.copy() if _is_variable(v) else v for v in flat.leaves])


def _plain_gradients(grads: Any) -> Any:
    def state(x: Any) -> Any:
        return x[1] if is_packed(x) else x

    return jax.tree.map(state, grads, is_leaf=is_packed)


def _differentiated(
    f: Callable[..., Any], argnums: Any, has_aux: bool, with_value: bool, options: dict[str, Any]
) -> Callable[..., Any]:
    jax_argnums, filters = _by_argnum(argnums)
    transform = jax.value_and_grad if with_value else jax.grad
    line = None if call_log.calls is None else call_log.calling_line(4)

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        if line is not None:
            name = "value_and_grad" if with_value else "grad"
            call_log.add_at(name, lambda: filters, line)
        args = resolve_kwargs(f, args, kwargs)
        outside, constants = Outside(), _Constants()
        wanted = {n % len(args) if args else n: chosen for n, chosen in filters.items()}

        def pack(number: int, leaf: Any) -> Any:
            if number in wanted and is_graph_node(leaf):
                return constants.divide(outside, wanted[number], leaf)
            return outside.pack(leaf)

        @functools.wraps(f)
        def pure(*packed: Any) -> Any:
            inside = Inside()

            def unpack(number: int, leaf: Any) -> Any:
                if number in wanted and is_packed(leaf):
                    return constants.restore(inside, leaf)
                return inside.unpack(leaf)

            inner = tuple(map_with_prefix(unpack, i, p) for i, p in enumerate(packed))
            out = f(*inner)
            changes = inside.pack(inner, nodes_only=True)
            if has_aux:
                loss, aux = out
                return loss, (changes, inside.pack(aux))
            return out, (changes, None)

        packed_args = tuple(map_with_prefix(pack, i, arg) for i, arg in enumerate(args))
        result = transform(pure, argnums=jax_argnums, has_aux=True, **options)(*packed_args)
        (value, extra), grads = result if with_value else ((None, result[1]), result[0])
        _, aux = outside.take_back(extra)
        grads = _plain_gradients(grads)
        if with_value:
            return ((value, aux) if has_aux else value), grads
        return (grads, aux) if has_aux else grads

    # JAX shows the wrapped function's name; the wrapper keeps its own plain signature.
    wrapper.__name__ = getattr(f, "__name__", "wrapper")
    wrapper.__doc__ = getattr(f, "__doc__", None)
    return wrapper


def _entry(name: str, f: Any, with_value: bool, settings: dict[str, Any]) -> Any:
    if settings.pop("reduce_axes"):
        raise NotImplementedError(f"reduce_axes argument to {name} is deprecated")
    for option in ("graph", "graph_updates"):
        settings.pop(option)
    again = {"grad": grad, "value_and_grad": value_and_grad}[name]
    if f is MISSING:
        return functools.partial(again, **settings)
    refuse_bound(f, name)
    options = {k: settings[k] for k in ("holomorphic", "allow_int") if settings[k]}
    return _differentiated(f, settings["argnums"], settings["has_aux"], with_value, options)


def grad(
    f: Any = MISSING,
    *,
    argnums: Any = 0,
    has_aux: bool = False,
    holomorphic: bool = False,
    allow_int: bool = False,
    reduce_axes: Any = (),
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.grad`` for functions of Modules.

    The gradient by a Module is a State of its Params (of what ``DiffState`` selects); by other
    arguments it is as in JAX. Changes that the function makes to Modules are written back.
    """
    return _entry(
        "grad",
        f,
        False,
        {
            "argnums": argnums,
            "has_aux": has_aux,
            "holomorphic": holomorphic,
            "allow_int": allow_int,
            "reduce_axes": reduce_axes,
            "graph": graph,
            "graph_updates": graph_updates,
        },
    )


def value_and_grad(
    f: Any = MISSING,
    *,
    argnums: Any = 0,
    has_aux: bool = False,
    holomorphic: bool = False,
    allow_int: bool = False,
    reduce_axes: Any = (),
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """As :func:`grad`, with the function's value: ``(value, grads)``.

    With ``has_aux`` the function gives ``(loss, aux)`` and this ``((loss, aux), grads)``.
    """
    return _entry(
        "value_and_grad",
        f,
        True,
        {
            "argnums": argnums,
            "has_aux": has_aux,
            "holomorphic": holomorphic,
            "allow_int": allow_int,
            "reduce_axes": reduce_axes,
            "graph": graph,
            "graph_updates": graph_updates,
        },
    )
