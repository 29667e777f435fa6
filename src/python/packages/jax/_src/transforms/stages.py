"""A jitted function before it runs: ``jit(f).trace(x)``, ``.lower()`` and ``.compile()``."""

from __future__ import annotations

from typing import Any

from ..array import maybe_array
from ..aval import aval_from
from ..trees.differences import tree_differences
from ..trees.functions import tree_flatten
from .jit import Staged
from .shapes import ClosedJaxpr, ShapeDtypeStruct, type_of


class Traced:
    """A function traced for the types of its arguments."""

    def __init__(self, fun: Any, args: Any, kwargs: Any, names: list[str], name: str) -> None:
        leaves, self.in_tree = tree_flatten((args, kwargs))
        self._names = names
        self._function = (fun, names, name)
        self._types = [type_of(leaf) for leaf in leaves]
        self._staged = Staged(fun, self.in_tree, self._types, names, name)

    @property
    def jaxpr(self) -> ClosedJaxpr:
        """The list of its operations."""
        fun, names, name = self._function
        return ClosedJaxpr(Staged(fun, self.in_tree, self._types, names, name, entry="stagedToRead"), self._types)

    @property
    def out_info(self) -> Any:
        """Shapes and dtypes of its results."""
        avals = self._staged.out_avals
        return self._staged.out_tree.unflatten([ShapeDtypeStruct(x.shape, x.dtype) for x in avals])

    def lower(self, **_: Any) -> Lowered:
        """The same, ready to be compiled."""
        return Lowered(self)


class Lowered:
    """A traced function, ready to be compiled. There is no compiler here, and so no text for one."""

    def __init__(self, traced: Traced) -> None:
        self._traced = traced
        self.in_tree = traced.in_tree

    @property
    def out_info(self) -> Any:
        """Shapes and dtypes of the results."""
        return self._traced.out_info

    def compile(self, **_: Any) -> Compiled:
        """The function for these types alone."""
        return Compiled(self._traced)

    def as_text(self, *_: Any, **__: Any) -> str:
        """Refused: JAX gives the compiler's text."""
        raise NotImplementedError("lower(…).as_text() works in JAX but not here. Print jax.make_jaxpr(f)(x) instead.")

    def cost_analysis(self) -> Any:
        """Refused: JAX asks the compiler."""
        raise NotImplementedError("cost_analysis() works in JAX but not here: there is no compiler to ask.")


class Compiled(Lowered):
    """A function for arguments of the types that it was traced with; static ones are left out of the call."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        leaves, treedef = tree_flatten((args, kwargs))
        if treedef != self.in_tree:
            raise TypeError(_other_trees((args, kwargs), self.in_tree.unflatten(self._traced._types)))
        arrays = [maybe_array(leaf) for leaf in leaves]
        wrong: list[str] = []
        for name, key, x in zip(self._traced._names, self._traced._types, arrays, strict=True):
            if x is None:
                raise TypeError(f"Argument {name} is not a valid JAX type.")
            given, known = x.aval.str_short(), aval_from(key).str_short()
            if given != known:
                wrong.append(f"Argument '{name}' compiled with {known} and called with {given}")
        if wrong:
            count = "The" if len(wrong) < 5 else f"The first 5 of {len(wrong)}"
            raise TypeError(
                "Argument types differ from the types for which this computation was compiled. Perhaps you are "
                "calling the compiled executable with a different enable_x64 mode than when it was AOT compiled? "
                f"{count} mismatches are:\n" + "\n".join(wrong[:5])
            )
        return self._traced._staged([x for x in arrays if x is not None])


def _other_trees(given: Any, known: Any) -> str:
    found = tree_differences(given, known, "a pytree leaf")
    lines = [
        f"    * at {('args', 'kwargs')[int(one.path[1])]}{one.path[3:]}, seen {one.second.removeprefix('a ')} but now "
        f"given {one.first.removeprefix('a ')}, so {one.reason}"
        for one in found
    ]
    head = (
        "Function compiled with input pytree does not match the input pytree it was called with. "
        f"There are {len(found)} mismatches, including:"
    )
    return "\n".join([head, *lines])
