"""Branches and loops over functions of Modules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax
from flax.nnx.transforms.compilation import pure_call
from flax.nnx.transforms.crossing import Inside, Outside


def _branch(f: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *packed: pure_call(f, packed, {})


def cond(
    pred: Any,
    true_fun: Callable[..., Any],
    false_fun: Callable[..., Any],
    *operands: Any,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.lax.cond`` with Modules among the operands; changes are written back.

    Both functions must leave the Modules with the same structure.
    """
    del graph, graph_updates
    outside = Outside()
    packed = outside.pack(operands)
    _, out = outside.take_back(jax.lax.cond(pred, _branch(true_fun), _branch(false_fun), *packed))
    return out


def switch(
    index: Any,
    branches: Sequence[Callable[..., Any]],
    *operands: Any,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.lax.switch`` with Modules among the operands; changes are written back."""
    del graph, graph_updates
    outside = Outside()
    packed = outside.pack(operands)
    _, out = outside.take_back(jax.lax.switch(index, [_branch(f) for f in branches], *packed))
    return out


def _loop_state(outside: Outside, init_val: Any) -> Any:
    """The start of a loop, its nodes numbered as each step will number them."""
    inside = Inside()
    return inside.pack(inside.unpack(outside.pack(init_val)))


def _check_same(before: Any, after: Any) -> None:
    try:
        jax.tree.map(lambda a, b: None, before, after)
    except ValueError as error:
        raise ValueError(
            "nnx.while_loop requires body function's input and output to have the same reference "
            "and pytree structure, but they differ. If the mismatch comes from `outer_index` "
            "field, you might have modified reference structure within the body function, which "
            f"is not allowed.Detail of the mismatch: \n {error}"
        ) from error


def while_loop(
    cond_fun: Callable[[Any], Any],
    body_fun: Callable[[Any], Any],
    init_val: Any,
    *,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.lax.while_loop`` whose value may hold Modules; changes are written back."""
    del graph, graph_updates
    outside = Outside()

    def test(packed: Any) -> Any:
        return cond_fun(Inside().unpack(packed))

    def body(packed: Any) -> Any:
        inside = Inside()
        after = inside.pack(body_fun(inside.unpack(packed)))
        _check_same(packed, after)
        return after

    start = _loop_state(outside, init_val)
    return outside.take_back(jax.lax.while_loop(test, body, start))


def fori_loop(
    lower: Any,
    upper: Any,
    body_fun: Callable[[Any, Any], Any],
    init_val: Any,
    *,
    unroll: int | bool | None = None,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.lax.fori_loop`` whose value may hold Modules; changes are written back."""
    del graph, graph_updates
    outside = Outside()

    def body(i: Any, packed: Any) -> Any:
        inside = Inside()
        after = inside.pack(body_fun(i, inside.unpack(packed)))
        _check_same(packed, after)
        return after

    options = {} if unroll is None else {"unroll": unroll}
    start = _loop_state(outside, init_val)
    return outside.take_back(jax.lax.fori_loop(lower, upper, body, start, **options))
