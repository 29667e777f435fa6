"""``jax.vmap``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from ..array import Array, maybe_array, wrap
from ..text import tuple_text
from ..trees.functions import argument_names, tree_flatten_with_path, tree_structure
from ..trees.keys import keystr
from ..trees.mismatch import describe_mismatch
from ..trees.registry import kind_of
from .flat import arrays_of, check_callable, enter, flatten_arrays, give, named_like

_NO_AXES = (
    "vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments "
    "passed to the function, but got "
)


def _spread_axes(axes: Any, tree: Any, name: str, path: str) -> list[int | None]:
    """The axis of every leaf: a tree of axes is repeated over the subtrees below its leaves."""
    if axes is None or isinstance(axes, int):
        return [axes] * tree_structure(tree).num_leaves
    kind = kind_of(axes)
    if kind is None or kind_of(tree) is not kind or type(axes) is not type(tree):
        raise _prefix_error(axes, tree, name, path)
    own, own_meta = kind.flatten(axes)
    full, full_meta = kind.flatten(tree)
    if len(own) != len(full) or own_meta != full_meta:
        raise _prefix_error(axes, tree, name, path)
    return [axis for a, t in zip(own, full, strict=True) for axis in _spread_axes(a, t, name, path)]


class PytreeLeaf:
    """Stands for a leaf in the text of an error."""


PytreeLeaf.__module__ = "jax._src.api_util"


def _prefix_error(axes: Any, tree: Any, name: str, path: str) -> ValueError:
    full = tree if kind_of(tree) is not None else PytreeLeaf()
    text = describe_mismatch(axes, full, f"vmap {name}", path) or "the structures differ"
    return ValueError(
        f"vmap {name} specification must be a tree prefix of the corresponding value; \n"
        f"  Mismatch details (1 found):\n  {text}"
    )


def _normalised(axis: int, x: Array) -> int:
    rank = x.ndim
    at = axis + rank if axis < 0 else axis
    if 0 <= at < rank:
        return at
    raise ValueError(
        f"vmap was requested to map its argument along axis {axis}, which implies that its rank should be at "
        f"least {axis + 1 if axis >= 0 else -axis}, but is only {rank} (its shape is {tuple_text(x.shape)})"
    )


def _batch_size(
    fun: Any, args: Any, kwargs: Any, arrays: list[Array], axes: list[int | None], axis_size: int | None
) -> int:
    sizes = [(x.shape[axis], i) for i, (x, axis) in enumerate(zip(arrays, axes, strict=True)) if axis is not None]
    if not sizes:
        if axis_size is None:
            raise ValueError("vmap must have at least one non-None value in in_axes or axis_size must be specified")
        return axis_size
    groups: dict[int, list[int]] = {}
    for size, i in sizes:
        groups.setdefault(size, []).append(i)
    if len(groups) == 1 and axis_size in (None, sizes[0][0]):
        return sizes[0][0]
    names = argument_names(fun, args, kwargs)
    lines = [] if axis_size is None else [f"  * the `axis_size` argument was {axis_size};"]
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    several = len(ordered[0][1]) > 1 and (len(ordered) == 1 or len(ordered[0][1]) > len(ordered[1][1]))
    for size, members in ordered:
        i = members[0]
        name = names[i] if i < len(names) else f"args[{i}]"
        what = f"axis {axes[i]} of argument {name} of type {arrays[i].aval.str_short()}"
        if len(members) == 1:
            lines.append(f"  * one axis had size {size}: {what};")
        else:
            word = "most" if several and members is ordered[0][1] else "some"
            lines.append(f"  * {word} axes ({len(members)} of them) had size {size}, e.g. {what};")
    text = "\n".join(lines).rstrip(";")
    raise ValueError(f"vmap got inconsistent sizes for array axes to be mapped:\n{text}")


def _place(axis: int | None, rank: int, where: str) -> str:
    if axis is None:
        return "n" + where.replace(" ", "\t")
    if not -rank - 1 <= axis <= rank:
        raise ValueError(f"axis {axis} is out of bounds for array of dimension {rank + 1}")
    return str(axis if axis >= 0 else axis + rank + 1)


_DOC = (
    "Vectorized version of {fun}. Takes similar arguments as {fun} but with additional array axes over which {fun} is "
    "mapped."
)


def vmap(
    fun: Callable[..., Any],
    in_axes: Any = 0,
    out_axes: Any = 0,
    axis_name: Any = None,
    axis_size: int | None = None,
    spmd_axis_name: Any = None,
    sum_match: bool = False,
) -> Callable[..., Any]:
    """A function that runs ``fun`` once per example of a batch, all at once.

    Arguments are split along ``in_axes`` (0 unless given; None: the same for all), results are joined along
    ``out_axes``. Both may be trees that match the front of the arguments or results.
    """
    check_callable(fun)
    if isinstance(in_axes, list):
        in_axes = tuple(in_axes)
    if in_axes is not None and not isinstance(in_axes, (int, tuple)):
        raise TypeError(f"{_NO_AXES}{in_axes}.")

    @named_like(fun, _DOC)
    def vmap_f(*args: Any, **kwargs: Any) -> Any:
        if isinstance(in_axes, tuple) and len(in_axes) != len(args):
            raise ValueError(f"{_NO_AXES}len(in_axes)={len(in_axes)}, len(args)={len(args)}")
        arrays, treedef = flatten_arrays((args, kwargs), end="")
        if not arrays and axis_size is None:
            raise ValueError(
                "vmap wrapped function must be passed at least one argument containing an array or axis_size must "
                f"be specified, got empty *args={args} and **kwargs={kwargs}"
            )
        axes = _argument_axes(in_axes, args) + _spread_axes(0, kwargs, "in_axes", "")
        axes = [None if axis is None else _normalised(axis, x) for axis, x in zip(axes, arrays, strict=True)]
        size = _batch_size(fun, args, kwargs, arrays, axes, axis_size)
        out: list[Any] = []

        def run(*ids: int) -> str:
            actual, keywords = treedef.unflatten([wrap(number) for number in ids])
            with axis_frame(axis_name, size):
                result = fun(*actual, **keywords)
            paths, out_tree = tree_flatten_with_path(result)
            results = [_result_array(leaf) for _, leaf in paths]
            places = _spread_axes(tuple(out_axes) if isinstance(out_axes, list) else out_axes, result, "out_axes", "")
            out.append(out_tree)
            give(results)
            return " ".join(
                _place(axis, x.ndim, keystr(path)) for axis, x, (path, _) in zip(places, results, paths, strict=True)
            )

        spec = " ".join("n" if axis is None else str(axis) for axis in axes)
        mapped = enter("vmapped", run, size, spec, *[x._id for x in arrays])
        return out[0].unflatten(arrays_of(mapped))

    return vmap_f


def _argument_axes(in_axes: Any, args: tuple[Any, ...]) -> list[int | None]:
    if not isinstance(in_axes, tuple):
        return _spread_axes(in_axes, args, "in_axes", "")
    return [
        axis
        for i, (a, t) in enumerate(zip(in_axes, args, strict=True))
        for axis in _spread_axes(a, t, "in_axes", f"[{i}]")
    ]


def _result_array(leaf: Any) -> Array:
    found = maybe_array(leaf)
    if found is None:
        raise TypeError(f"Output from batched function {leaf!r} with type {type(leaf)} is not a valid JAX type")
    return found


class axis_frame:
    """While a function is mapped, the name of its batch axis."""

    running: ClassVar[list[tuple[Any, int]]] = []

    def __init__(self, name: Any, size: int) -> None:
        self.entry = (name, size)

    def __enter__(self) -> None:
        self.running.append(self.entry)

    def __exit__(self, *_: Any) -> None:
        self.running.pop()
