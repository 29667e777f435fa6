"""``jax.grad`` and ``jax.value_and_grad``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from _lab import call_log

from ..array import Array, maybe_array, scalar, wrap
from ..binding import facade
from ..text import tuple_text
from ..trees.functions import tree_flatten, tree_map
from .flat import (
    Chosen,
    OpenTree,
    arrays_of,
    check_callable,
    check_reach,
    enter,
    flatten_arrays,
    give,
    index_or_indices,
    named_like,
)
from .float0 import float0_zeros

_SCALAR = "Gradient only defined for scalar-output functions. Output "


def _is_float(x: Array) -> bool:
    return x.dtype.name in ("float32", "float16", "bfloat16")


def _check_input(x: Array, allow_int: bool) -> None:
    if _is_float(x) or allow_int:
        return
    raise TypeError(
        "grad requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), but got "
        f"{x.dtype.name}. If you want to use Boolean- or integer-valued inputs, use vjp or set allow_int to True."
    )


class TypedFloat(float):
    """A Python float that was an argument, as JAX shows it in errors; it goes on as a float."""

    def __jax_array__(self) -> Any:
        return scalar(float(self))

    def __repr__(self) -> str:
        return f"TypedFloat({float(self)!r}, dtype=float32)"


def _shown_leaf(leaf: Any) -> Any:
    return wrap(facade.primalOf(leaf._id)) if isinstance(leaf, Array) and leaf._id < 0 else leaf


def with_type(leaf: Any, otherwise: Any) -> Any:
    """A Python float that a function gave back as it was, as JAX shows it then."""
    return TypedFloat(leaf) if type(leaf) is float else otherwise


def _with_floats(tree: Any, inputs: list[Any]) -> Any:
    """Arguments that were Python floats come back as such where they are returned untouched."""
    known = {id(x): TypedFloat(value) for x, value in inputs if type(value) is float}
    return tree_map(lambda leaf: known.get(id(leaf), leaf), tree) if known else tree


def _scalar_output(output: Any, inputs: list[Any]) -> Array:
    found = maybe_array(output)
    if found is None:
        leaves, _ = tree_flatten(output)
        for leaf in leaves:
            if maybe_array(leaf) is None:
                raise TypeError(f"Argument {leaf!r} of type {type(leaf)} is not a valid JAX type")
        shown = tree_map(_shown_leaf, _with_floats(output, inputs))
        raise TypeError(f"{_SCALAR}was {shown}.")
    if found.aval.ndim:
        raise TypeError(f"{_SCALAR}had shape: {tuple_text(found.shape)}.")
    if not _is_float(found):
        raise TypeError(
            "grad requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
            f"{found.dtype.name}. For differentiation of functions with integer outputs, use jax.vjp directly."
        )
    return found


def _aux_pair(result: Any) -> tuple[Any, Any]:
    if isinstance(result, (tuple, list)) and len(result) == 2:
        return result[0], result[1]
    raise TypeError(
        "expected function with aux output to return a two-element tuple, but got type "
        f"{type(result)} with value {result}"
    )


def _differentiate(
    fun: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    argnums: int | tuple[int, ...],
    has_aux: bool,
    allow_int: bool,
) -> tuple[Any, Any, Any]:
    """Value, auxiliary results and gradients, with JAX's checks in JAX's order."""
    check_reach(argnums, len(args))
    chosen = Chosen(argnums, args, kwargs)
    trees = [tree_flatten(value) for value in chosen.values]
    parts = [flatten_arrays(value) for value in chosen.values]
    inputs = [x for arrays, _ in parts for x in arrays]
    for x in inputs:
        _check_input(x, allow_int)
    results: list[Any] = []

    def run(*ids: int) -> str:
        moving = iter([wrap(number) for number in ids])
        # With allow_int, integers go in as they are: nothing is differentiated there.
        tracers = [next(moving) if _is_float(x) else x for x in inputs]
        result = chosen.call(fun, rebuilt(tracers))
        output, more = _aux_pair(result) if has_aux else (result, None)
        originals = list(zip(tracers, [leaf for leaves, _ in trees for leaf in leaves], strict=True))
        loss = _scalar_output(output, originals)
        aux = OpenTree(_with_floats(more, originals))
        results[:] = [_with_floats(output, originals), aux]
        return give([loss, *aux.arrays])

    def rebuilt(values: list[Any]) -> list[Any]:
        found, start = [], 0
        for arrays, treedef in parts:
            found.append(treedef.unflatten(values[start : start + len(arrays)]))
            start += len(arrays)
        return found

    outputs, gradients = enter("valueAndGrad", run, *[x._id for x in inputs if _is_float(x)]).split("|")
    value, *more = arrays_of(outputs)
    output, aux = results
    slopes = iter(arrays_of(gradients))
    found = rebuilt([next(slopes) if _is_float(x) else float0_zeros(x.shape) for x in inputs])
    # A number that depends on nothing that is differentiated comes back as the function gave it.
    return (
        value if isinstance(output, Array) else output,
        aux.rebuild(more),
        found[0] if isinstance(argnums, int) else tuple(found),
    )


def value_and_grad(
    fun: Callable[..., Any],
    argnums: int | tuple[int, ...] | list[int] = 0,
    has_aux: bool = False,
    holomorphic: bool = False,
    allow_int: bool = False,
    reduce_axes: Any = (),
) -> Callable[..., Any]:
    """A function that gives the value of ``fun``, a scalar, together with its gradient.

    The gradient has the structure of the argument; several ``argnums`` give a tuple. With ``has_aux`` the
    function returns ``(loss, more)`` and the result is ``((loss, more), gradient)``.
    """
    check_callable(fun)
    argnums = index_or_indices(argnums)
    _refuse_holomorphic(holomorphic)
    line = None if call_log.calls is None else call_log.calling_line()

    @named_like(fun, f"Value and gradient of {_told(argnums, _PAIR)}")
    def value_and_grad_f(*args: Any, **kwargs: Any) -> Any:
        if line is not None:
            call_log.add_at("value_and_grad", lambda: _positions(argnums), line)
        value, aux, gradient = _differentiate(fun, args, kwargs, argnums, has_aux, allow_int)
        return ((value, aux), gradient) if has_aux else (value, gradient)

    return value_and_grad_f


def grad(
    fun: Callable[..., Any],
    argnums: int | tuple[int, ...] | list[int] = 0,
    has_aux: bool = False,
    holomorphic: bool = False,
    allow_int: bool = False,
    reduce_axes: Any = (),
) -> Callable[..., Any]:
    """A function that gives the gradient of ``fun``, which has to return a scalar.

    The gradient has the structure of the argument; several ``argnums`` give a tuple. With ``has_aux`` the
    function returns ``(loss, more)`` and the result is ``(gradient, more)``.
    """
    check_callable(fun)
    argnums = index_or_indices(argnums)
    _refuse_holomorphic(holomorphic)
    line = None if call_log.calls is None else call_log.calling_line()

    @named_like(fun, f"Gradient of {_told(argnums, 'the gradient')}")
    def grad_f(*args: Any, **kwargs: Any) -> Any:
        if line is not None:
            call_log.add_at("grad", lambda: _positions(argnums), line)
        _, aux, gradient = _differentiate(fun, args, kwargs, argnums, has_aux, allow_int)
        return (gradient, aux) if has_aux else gradient

    return grad_f


_PAIR = "a two-element tuple where the first element is the value of {fun} and the second element is the gradient"


def _told(argnums: Any, returned: str) -> str:
    """JAX's docstring of a gradient function, but for the name of the function."""
    return (
        f"{{fun}} with respect to positional argument(s) {argnums}. Takes the same arguments as {{fun}} but returns "
        f"{returned}, which has the same shape as the arguments at positions {argnums}."
    )


def _positions(argnums: Any) -> list[Any]:
    return [argnums] if isinstance(argnums, int) else list(argnums)


def _refuse_holomorphic(holomorphic: bool) -> None:
    if holomorphic:
        raise NotImplementedError("Complex numbers, and so holomorphic=True, exist in JAX but not here.")
