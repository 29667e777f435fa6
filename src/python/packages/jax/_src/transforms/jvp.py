"""``jax.vjp``, ``jax.jvp`` and ``jax.linearize``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from _lab import call_log

from ..array import Array, wrap
from ..binding import facade
from ..origin import place_of
from ..text import tuple_text
from ..trees.differences import tree_differences
from ..trees.functions import tree_flatten, tree_structure
from ..trees.treedef import PyTreeDef
from .flat import OpenTree, arrays_of, check_callable, enter, flatten_arrays, give, leaf_array, perform
from .float0 import float0_zeros, is_float0
from .grad import _aux_pair, with_type

_FLOATS = ("float32", "float16", "bfloat16")


class _Traced:
    """A function of trees as a function of flat arrays; what it returned besides is kept."""

    def __init__(
        self, fun: Callable[..., Any], treedef: PyTreeDef, has_aux: bool, known: dict[int, Any] | None = None
    ) -> None:
        self.fun = fun
        self.known = known or {}
        """Some of the leaves, which are not traced: integers, whose derivatives have no values."""
        self.treedef = treedef
        self.has_aux = has_aux
        self.out_tree: Any = None
        self.out_leaves: list[Any] = []
        self.untouched: dict[int, int] = {}
        """Which leaves of the result are arguments as they were: their places, and those of the arguments."""
        self.aux: OpenTree | None = None
        self.outputs = 0

    def __call__(self, *ids: int) -> str:
        tracers = iter([wrap(number) for number in ids])
        count = len(ids) + len(self.known)
        leaves = [self.known[i] if i in self.known else next(tracers) for i in range(count)]
        result = self.fun(*self.treedef.unflatten(leaves))
        output, more = _aux_pair(result) if self.has_aux else (result, None)
        arrays, self.out_tree = flatten_arrays(output)
        self.out_leaves, _ = tree_flatten(output)
        places = {id(leaf): i for i, leaf in enumerate(leaves) if i not in self.known}
        self.untouched = {k: places[id(leaf)] for k, leaf in enumerate(self.out_leaves) if id(leaf) in places}
        self.outputs = len(arrays)
        self.aux = OpenTree(more)
        return give([*arrays, *self.aux.arrays])

    def split(self, arrays: list[Any], given: Callable[[int, Any], Any]) -> tuple[Any, Any]:
        """The value and the auxiliary result from all arrays that came back.

        What is no traced value comes back as it is; ``given`` says what the arguments do that were only returned.
        """
        values = [x if isinstance(leaf, Array) else leaf for x, leaf in zip(arrays, self.out_leaves, strict=False)]
        for k, i in self.untouched.items():
            values[k] = given(i, values[k])
        value = self.out_tree.unflatten(values)
        return value, self.aux.rebuild(arrays[self.outputs :]) if self.aux is not None else None


class Derivative:
    """Holds a derivative of the JavaScript end for as long as Python has it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        facade.endDerivative(self.number)


def _linearized(
    fun: Any, primals: tuple[Any, ...], has_aux: bool, as_value: Callable[[Any, Any], Any] = lambda leaf, _: leaf
) -> tuple[Any, Any, _Traced, Derivative, list[Array], list[Array]]:
    arrays, treedef = flatten_arrays(primals)
    traced = _Traced(fun, treedef, has_aux)
    number, numbers = enter("linearized", traced, *[x._id for x in arrays]).split("|")
    derivative = Derivative(int(number))
    outs = arrays_of(numbers)
    leaves, _ = tree_flatten(primals)
    value, aux = traced.split(outs, lambda i, x: as_value(leaves[i], x))
    return value, aux, traced, derivative, arrays, outs[: traced.outputs]


def vjp(fun: Callable[..., Any], *primals: Any, has_aux: bool = False, reduce_axes: Any = ()) -> Any:
    """The value of a function and its derivative in reverse: ``(value, pullback)``.

    ``pullback(cotangent)`` is a tuple with one gradient per argument.
    """
    if call_log.calls is not None:
        call_log.add("vjp", lambda: range(len(primals)))
    check_callable(fun)
    value, aux, traced, derivative, arrays, outs = _linearized(fun, primals, has_aux, with_type)
    total = traced.outputs + (len(traced.aux.arrays) if traced.aux is not None else 0)

    def vjp_fun(*cotangents: Any) -> Any:
        if len(cotangents) != 1:
            raise TypeError(_SPLATTED.format(place=place_of(fun), count=len(cotangents)))
        (cotangent,) = cotangents
        cts = _cotangents(cotangent, fun, traced.out_tree, outs)
        padding = [0] * (total - len(cts))
        back = arrays_of(perform("pulledBack", derivative.number, *[x._id for x in cts], *padding))
        gradients = [_no_float0(g, x) for g, x in zip(back, arrays, strict=True)]
        return traced.treedef.unflatten(gradients)

    return (value, vjp_fun, aux) if has_aux else (value, vjp_fun)


_SPLATTED = """
The function returned by `jax.vjp` applied to {place} was called with {count} arguments,
but functions returned by `jax.vjp` must be called with a single argument
corresponding to the single value returned by the function being differentiated
(even if that returned value is a tuple or other container).

For example, if we have:

  def f(x):
    return (x, x)
  _, f_vjp = jax.vjp(f, 1.0)

the function `f` returns a single tuple as output, and so we call `f_vjp` with a
single tuple as its argument:

  x_bar, = f_vjp((2.0, 2.0))

If we instead call `f_vjp(2.0, 2.0)`, with the values 'splatted out' as
arguments rather than in a tuple, this error can arise."""


def _no_float0(gradient: Any, primal: Array) -> Any:
    """A gradient, of dtype float0 where the primal is no float."""
    return gradient if primal.dtype.name in _FLOATS else float0_zeros(primal.shape)


def _cotangents(cotangent: Any, fun: Any, expected: PyTreeDef, outs: list[Array]) -> list[Array]:
    if tree_structure(cotangent) != expected:
        lines = [
            f"  * out{path} was {first} in the original output, but {second} here, so {reason}"
            for path, first, second, reason in tree_differences(expected.unflatten(outs), cotangent, "a pytree leaf")
        ]
        raise ValueError(
            "unexpected tree structure.\n\nThe argument to a VJP function returned by `jax.vjp` must match the "
            f"pytree\nstructure of the differentiated function {place_of(fun)}.\n\nBut the tree structures differ:\n"
            + "\n".join(lines)
            + "."
        )
    arrays, _ = flatten_arrays(cotangent)
    for x, out in zip(arrays, outs, strict=True):
        if x.shape != out.shape or x.dtype != out.dtype:
            raise ValueError(
                "unexpected JAX type (e.g. shape/dtype) for argument to VJP function: got "
                f"{x.aval.str_short()}, but expected {out.aval.str_short()} because the corresponding output of "
                f"the differentiated function had JAX type {out.aval.str_short()}"
            )
    return arrays


def linearize(fun: Callable[..., Any], *primals: Any, has_aux: bool = False) -> Any:
    """The value of a function at a point and its derivative there: ``(value, f_jvp)``."""
    check_callable(fun)
    value, aux, traced, derivative, arrays, outs = _linearized(fun, primals, has_aux)

    def f_jvp(*tangents: Any) -> Any:
        given, _ = flatten_arrays(tangents)
        for t, x in zip(given, arrays, strict=True):
            if t.shape != x.shape or t.dtype != x.dtype:
                raise ValueError(
                    "linearized function called on tangent values inconsistent with the original primal values:\n"
                    f"Got tangent aval {t.aval.key} for primal aval {x.aval.key} but expected {x.aval.key}."
                )
        leaves, _ = tree_flatten(tangents)
        moved = arrays_of(perform("pushedForward", derivative.number, *[t._id for t in given]))
        return traced.out_tree.unflatten(
            [
                leaves[traced.untouched[k]] if k in traced.untouched else _no_float0(t, x)
                for k, (t, x) in enumerate(zip(moved, outs, strict=False))
            ]
        )

    return (value, f_jvp, aux) if has_aux else (value, f_jvp)


def jvp(fun: Callable[..., Any], primals: Any, tangents: Any, has_aux: bool = False) -> Any:
    """The value of a function and its derivative along tangents: ``(value, tangent)``."""
    check_callable(fun)
    if not isinstance(primals, (tuple, list)) or not isinstance(tangents, (tuple, list)):
        raise TypeError(
            "primal and tangent arguments to jax.jvp must be tuples or lists; found "
            f"{type(primals).__name__} and {type(tangents).__name__}."
        )
    given, _ = tree_flatten(tuple(primals))
    arrays, treedef = flatten_arrays(tuple(primals))
    leaves, tangent_tree = tree_flatten(tuple(tangents))
    along = [leaf if is_float0(leaf) else leaf_array(leaf) for leaf in leaves]
    if treedef != tangent_tree:
        raise TypeError(
            "primal and tangent arguments to jax.jvp must have the same tree structure; primals have tree "
            f"structure {treedef} whereas tangents have tree structure {tangent_tree}."
        )
    for x, t in zip(arrays, along, strict=True):
        _check_tangent(x, t)
    known = {i: x for i, x in enumerate(given) if is_float0(along[i])}
    traced = _Traced(fun, treedef, has_aux, known)
    moving = [i for i in range(len(arrays)) if i not in known]
    ids = [*[arrays[i]._id for i in moving], *[along[i]._id for i in moving]]
    numbers, moved = enter("jvp", traced, *ids).split("|")
    outs = arrays_of(numbers)
    value, aux = traced.split(outs, lambda i, _: given[i])
    pairs = list(zip(arrays_of(moved), outs, strict=True))[: traced.outputs]
    tangent = traced.out_tree.unflatten(
        [leaves[traced.untouched[k]] if k in traced.untouched else _no_float0(t, x) for k, (t, x) in enumerate(pairs)]
    )
    return (value, tangent, aux) if has_aux else (value, tangent)


def _check_tangent(x: Array, t: Any) -> None:
    wanted = x.dtype.name if x.dtype.name in _FLOATS else "[('float0', 'V')]"
    if str(t.dtype) != wanted:
        raise TypeError(
            "primal and tangent arguments to jax.jvp do not match; dtypes must be equal, or in case of int/bool "
            f"primal dtype the tangent dtype must be float0.Got primal dtype {x.dtype.name} and so expected tangent "
            f"dtype {wanted}, but got tangent dtype {t.dtype} instead."
        )
    if x.shape != t.shape:
        raise ValueError(
            "jvp called with different primal and tangent shapes;Got primal shape "
            f"{tuple_text(x.shape)} and tangent shape as {tuple_text(t.shape)}"
        )
