"""Branches by traced values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array, wrap
from .aval import aval_from
from .binding import guarded, to_js
from .carry_checks import difference, told
from .origin import function_name, place_of
from .transforms.flat import arrays_of, flatten_arrays, give, perform, staged
from .trees.differences import tree_differences
from .trees.functions import tree_leaves_with_path, tree_structure
from .trees.keys import keystr


def _branches(
    what: str,
    index: Array,
    branches: list[Callable[..., Any]],
    operands: tuple[Any, ...],
    labels: list[tuple[int, str]],
) -> Any:
    arrays, treedef = flatten_arrays(operands)
    results: list[Any] = [None] * len(branches)

    def runner(k: int, branch: Callable[..., Any]) -> Any:
        def run(*ids: int) -> str:
            results[k] = branch(*treedef.unflatten([wrap(number) for number in ids]))
            return give(flatten_arrays(results[k])[0])

        return staged(run)

    def check(*lists: str) -> str:
        (first, first_name), *others = labels
        for k, label in others:
            _compare_branches(what, branches, (first, first_name), (k, label), results, lists)
        return ""

    runners = [runner(k, branch) for k, branch in enumerate(branches)]
    names = " ".join(function_name(branch) for branch in branches)
    numbers = perform("branch", to_js(runners), guarded(check), what, names, index._id, *[x._id for x in arrays])
    return tree_structure(results[0]).unflatten(arrays_of(numbers))


def _compare_branches(
    what: str, branches: Any, a: tuple[int, str], b: tuple[int, str], results: list[Any], lists: Any
) -> None:
    (i, first), (k, second) = a, b
    who = f"{first} is {place_of(branches[i])}\n{second} is {place_of(branches[k])}"
    if tree_structure(results[i]) != tree_structure(results[k]):
        trees = [
            f"{first} output{_at(path)} is {x} but {second} output{_at(path)} is {y}, so {reason}"
            for path, x, y, reason in tree_differences(results[i], results[k], "a pytree leaf")
        ]
        raise TypeError(
            f"{what} branch outputs must have the same pytree structure, but they differ:\n\n{who}\n\n"
            f"{f'{trees[0]}.' if len(trees) == 1 else told(trees)}\n\n"
            f"Revise {first} and/or {second} so that they have the same pytree structure."
        )
    paths = [keystr(path) for path, _ in tree_leaves_with_path(results[i])]
    lines = [
        f"the output of {first}{path} has type {aval_from(x).str_short()} but the corresponding output of {second} has "
        f"type {aval_from(y).str_short()}, {why}"
        for path, x, y in zip(paths, lists[i].split(), lists[k].split(), strict=True)
        if (why := difference(x, y)) is not None
    ]
    if lines:
        raise TypeError(
            f"{what} branches must have equal output types but they differ.\n\n{who}\n\n{told(lines)}\n\n"
            f"Revise {first} and/or {second} so that all output types match."
        )


def _at(path: str) -> str:
    return f" at path {path}" if path else ""


class _NoOperand:
    """Stands for a keyword that is not given: None is an operand."""


_NO_OPERAND = _NoOperand()


def _with_keyword(operands: tuple[Any, ...], operand: Any) -> tuple[Any, ...]:
    if operand is _NO_OPERAND:
        return operands
    if operands:
        raise TypeError(
            f"if 'operand' keyword is passed then no positional operands can be passed, got {operand=} "
            f"and positional operands {operands}"
        )
    return (operand,)


def cond(
    pred: Any, true_fun: Callable[..., Any], false_fun: Callable[..., Any], *operands: Any, operand: Any = _NO_OPERAND
) -> Any:
    """``true_fun(*operands)`` or ``false_fun(*operands)``, by a predicate that may be traced."""
    if not (callable(true_fun) and callable(false_fun)):
        raise TypeError("lax.cond: true_fun and false_fun arguments should be callable.")
    operands = _with_keyword(operands, operand)
    flag = maybe_array(pred)
    if flag is None:
        raise TypeError(f"Pred must be a scalar, got {pred} of type {type(pred)}")
    if flag.ndim:
        raise TypeError(f"Pred must be a scalar, got {flag} of shape {flag.shape}.")
    from .. import numpy as jnp

    truth = flag if flag.dtype.name == "bool" else flag != 0
    index = jnp.astype(truth, "int32")
    return _branches("cond", index, [false_fun, true_fun], operands, [(1, "true_fun"), (0, "false_fun")])


def switch(index: Any, branches: Any, *operands: Any, operand: Any = _NO_OPERAND) -> Any:
    """One of several functions of the operands, by an index that may be traced; it is clamped."""
    if not all(callable(branch) for branch in branches):
        raise TypeError("lax.switch: branches argument should be a sequence of callables.")
    operands = _with_keyword(operands, operand)
    if not branches:
        raise ValueError("Empty branch sequence")
    which = maybe_array(index)
    if which is None:
        raise TypeError(f"Branch index must be scalar, got {type(index)}.")
    if which.ndim:
        raise TypeError(f"Branch index must be scalar, got {which} of shape {which.shape}.")
    if which.dtype.kind not in "iu":
        raise TypeError(f"Index type must be an integer, got {index} as {which.dtype}")
    from .. import numpy as jnp

    if len(branches) == 1:
        return branches[0](*operands)
    clamped = jnp.minimum(jnp.maximum(jnp.astype(which, "int32"), 0), len(branches) - 1)
    labels = [(i, "branch 0" if i == 0 else f"branch{i}") for i in range(len(branches))]
    return _branches("switch", clamped, list(branches), operands, labels)
