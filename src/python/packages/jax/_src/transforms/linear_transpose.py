"""``jax.linear_transpose``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..array import Array, wrap
from ..creation import zeros
from ..trees.functions import tree_flatten
from .flat import arrays_of, check_callable, enter, flatten_arrays, give, leaf_array, perform
from .jvp import Derivative
from .shapes import ShapeDtypeStruct


def linear_transpose(fun: Callable[..., Any], *primals: Any, reduce_axes: Any = ()) -> Callable[[Any], Any]:
    """The transpose of a function that is linear: it takes a cotangent of the result and gives one for each argument.

    Only shapes and dtypes of the ``primals`` count, so that they may be ``jax.ShapeDtypeStruct``. NotImplementedError
    for a function that is not linear; TypeError for a cotangent of another form or type than the result.
    """
    if reduce_axes:
        raise NotImplementedError("reduce_axes argument to transpose is deprecated")
    check_callable(fun)
    leaves, treedef = tree_flatten(primals)
    arrays = [_stand_in(leaf) for leaf in leaves]
    types: list[str] = []
    out_trees: list[Any] = []

    def traced(*ids: int) -> str:
        outs, out_tree = flatten_arrays(fun(*treedef.unflatten([wrap(number) for number in ids])))
        types[:] = [x.aval.str_short() for x in outs]
        kinds[:] = [x.dtype for x in outs]
        out_trees.append(out_tree)
        return give(outs)

    kinds: list[Any] = []
    derivative = Derivative(int(enter("transposable", traced, *[x._id for x in arrays])))
    _check_kinds([x.dtype for x in arrays], kinds)

    def transposed_fun(out_cotangent: Any) -> Any:
        cts, out_tree = flatten_arrays(out_cotangent)
        if out_tree != out_trees[0]:
            raise TypeError(
                f"cotangent tree does not match function output, expected {out_trees[0]} but got {out_tree}"
            )
        if [x.aval.str_short() for x in cts] != types:
            wanted = ", ".join(f"ShapedArray({one})" for one in types)
            raise TypeError(
                "cotangent type does not match function output, expected "
                f"({wanted}{',' if len(types) == 1 else ''}) but got {cts}"
            )
        return treedef.unflatten(arrays_of(perform("pulledBack", derivative.number, *[x._id for x in cts])))

    return transposed_fun


def _stand_in(leaf: Any) -> Array:
    return zeros(leaf.shape, leaf.dtype) if isinstance(leaf, ShapeDtypeStruct) else leaf_array(leaf, "")


def _check_kinds(given: list[Any], results: list[Any]) -> None:
    both = [*given, *results]
    if not (all(d.kind == "f" for d in both) or all(d.kind in "iu" for d in both)):
        raise TypeError(
            "linear_transpose only supports [float or complex] -> [float or complex], and integer -> integer "
            f"functions, but got {given} -> {results}."
        )
