"""Branches by traced values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array
from .carry_checks import difference, told
from .origin import place_of
from .transforms.flat import arrays_of, flatten_arrays, perform
from .transforms.jit import Staged, staged_body
from .trees.differences import tree_differences
from .trees.functions import tree_leaves_with_path
from .trees.keys import keystr


def _branches(
    what: str,
    index: Array,
    branches: list[Callable[..., Any]],
    operands: tuple[Any, ...],
    labels: list[tuple[int, str]],
) -> Any:
    arrays, _ = flatten_arrays(operands)
    types = [x.aval.key for x in arrays]
    staged = {k: staged_body(branches[k], what, operands, types) for k, _ in labels}
    (first, first_name), *others = labels
    for k, label in others:
        _compare_branches(what, branches, (first, first_name), (k, label), staged)
    numbers = [staged[k].number for k in range(len(branches))]
    outs = perform("runBranch", len(branches), *numbers, index._id, *[x._id for x in arrays])
    return staged[first].out_tree.unflatten(arrays_of(outs))


def _compare_branches(
    what: str, branches: Any, a: tuple[int, str], b: tuple[int, str], staged: dict[int, Staged]
) -> None:
    (i, first), (k, second) = a, b
    one, other = staged[i], staged[k]
    who = f"{first} is {place_of(branches[i])}\n{second} is {place_of(branches[k])}"
    if one.out_tree != other.out_tree:
        results = [found.out_tree.unflatten(found.out_avals) for found in (one, other)]
        trees = [
            f"{first} output{_at(path)} is {x} but {second} output{_at(path)} is {y}, so {reason}"
            for path, x, y, reason in tree_differences(results[0], results[1], "a pytree leaf")
        ]
        raise TypeError(
            f"{what} branch outputs must have the same pytree structure, but they differ:\n\n{who}\n\n"
            f"{f'{trees[0]}.' if len(trees) == 1 else told(trees)}\n\n"
            f"Revise {first} and/or {second} so that they have the same pytree structure."
        )
    differing = [
        (n, x.str_short(), y.str_short(), why)
        for n, (x, y) in enumerate(zip(one.out_avals, other.out_avals, strict=True))
        if (why := difference(x.key, y.key)) is not None
    ]
    paths = (
        [keystr(path) for path, _ in tree_leaves_with_path(one.out_tree.unflatten(one.out_avals))] if differing else []
    )
    lines = [
        f"the output of {first}{paths[n]} has type {x} but the corresponding output of {second} has type {y}, {why}"
        for n, x, y, why in differing
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
