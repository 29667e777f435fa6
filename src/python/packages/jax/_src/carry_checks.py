"""What a loop or a branch says when types or trees differ that have to agree."""

from __future__ import annotations

from typing import Any

from .aval import aval_from
from .trees.differences import tree_differences
from .trees.functions import tree_leaves_with_path
from .trees.keys import keystr


def difference(before: str, after: str) -> str | None:
    """Why two types differ; None where they agree."""
    a, b = aval_from(before), aval_from(after)
    reasons = []
    if a.dtype != b.dtype:
        reasons.append("the dtypes do not match")
    if a.shape != b.shape:
        reasons.append("the shapes do not match")
    return f"so {', and '.join(reasons)}" if reasons else None


def told(differences: list[str]) -> str:
    """One difference as a sentence, several as a list."""
    if len(differences) == 1:
        return f"{differences[0][0].upper()}{differences[0][1:]}."
    return ";\n".join(f"  * {one}" for one in differences) + "."


def _part(name: str, path: str) -> str:
    whole = f"{name}{path}"
    return f"carry {whole}" if whole.isidentifier() else f"carry component {whole}"


def check_carry_types(loop: str, name: str, carry: Any, before: list[str], after: list[str]) -> None:
    """Raises a TypeError where the types of a loop's carry differ before and after its body."""
    paths = [keystr(path) for path, _ in tree_leaves_with_path(carry)]
    lines = [
        f"the input {_part(name, path)} has type {aval_from(a).str_short()} but the corresponding output carry "
        f"component has type {aval_from(b).str_short()}, {why}"
        for path, a, b in zip(paths, before, after, strict=False)
        if (why := difference(a, b)) is not None
    ]
    if lines:
        raise TypeError(
            f"{loop} function carry input and carry output must have equal types, but they differ:\n\n"
            f"{told(lines)}\n\nRevise the function so that all output types match the corresponding input types."
        )


def refuse_carry_tree(loop: str, name: str, before: Any, after: Any) -> None:
    """Raises JAX's TypeError about a loop's body that gives a carry of another tree."""
    lines = [
        f"the input {_part(name, path)} is {first} but the corresponding component of the carry output is {second}, "
        f"so {reason}"
        for path, first, second, reason in tree_differences(before, after, "a <class 'jax._src.core.ShapedArray'>")
    ]
    raise TypeError(
        f"{loop} function carry input and carry output must have the same pytree structure, but they differ:\n\n"
        f"{told(lines)}\n\nRevise the function so that the carry output has the same pytree structure as the carry "
        "input."
    )
