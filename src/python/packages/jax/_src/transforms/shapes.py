"""``jax.eval_shape``, ``jax.make_jaxpr`` and descriptions of arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..array import maybe_array
from ..aval import ShapedArray, aval_from, aval_key
from ..binding import facade
from ..dtypes import canonical
from ..text import tuple_text
from ..trees.functions import argument_names, tree_flatten
from .flat import check_callable, named_like
from .jit import Staged


class ShapeDtypeStruct:
    """Shape and dtype of an array that is not there."""

    def __init__(self, shape: Any, dtype: Any, *, sharding: Any = None, weak_type: bool = False) -> None:
        self.shape = tuple(shape)
        self.dtype = canonical(dtype)
        self.weak_type = weak_type
        if hasattr(sharding, "check_rank"):
            sharding.check_rank(len(self.shape))
        self.sharding = sharding

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of elements."""
        size = 1
        for n in self.shape:
            size *= n
        return size

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __repr__(self) -> str:
        more = ", weak_type=True" if self.weak_type else ""
        if self.sharding is not None:
            more = f", sharding={self.sharding!r}{more}"
        return f"ShapeDtypeStruct(shape={tuple_text(self.shape)}, dtype={self.dtype.name}{more})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ShapeDtypeStruct):
            return False
        return (self.shape, self.dtype, self.weak_type) == (other.shape, other.dtype, other.weak_type)

    def __hash__(self) -> int:
        return hash((self.shape, self.dtype.name, self.weak_type))


def type_of(leaf: Any) -> str:
    """The type of an array, or of a description of one; TypeError for anything else."""
    found = maybe_array(leaf)
    if found is not None:
        return found.aval.key
    if hasattr(leaf, "shape") and hasattr(leaf, "dtype"):
        return aval_key(tuple(leaf.shape), canonical(leaf.dtype), getattr(leaf, "weak_type", False))
    raise TypeError(f"Argument {leaf!r} of type {type(leaf)} is not a valid JAX type.")


def _stage(fun: Callable[..., Any], args: Any, kwargs: Any, entry: str = "staged") -> Staged:
    leaves, treedef = tree_flatten((args, kwargs))
    names = argument_names(fun, args, kwargs)
    types = [type_of(leaf) for leaf in leaves]
    return Staged(fun, treedef, types, names, getattr(fun, "__name__", "fun"), entry=entry)


def eval_shape(fun: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Shapes and dtypes of the results of a function, without computing them."""
    check_callable(fun)
    staged = _stage(fun, args, kwargs)
    avals = staged.out_avals
    return staged.out_tree.unflatten(
        [ShapeDtypeStruct(aval.shape, aval.dtype, weak_type=aval.weak_type) for aval in avals]
    )


class ClosedJaxpr:
    """A staged function to look at."""

    def __init__(self, staged: Staged, in_types: list[str]) -> None:
        self._staged = staged
        self.in_avals = [aval_from(key) for key in in_types]
        self.out_avals = staged.out_avals

    def __repr__(self) -> str:
        return facade.stagedText(self._staged.number)

    __str__ = __repr__


def make_jaxpr(
    fun: Callable[..., Any], static_argnums: Any = (), axis_env: Any = None, return_shape: bool = False
) -> Callable[..., Any]:
    """A function that shows what ``fun`` does, as the list of operations that jit would run."""
    check_callable(fun)
    statics = (static_argnums,) if isinstance(static_argnums, int) else tuple(static_argnums)

    @named_like(fun)
    def make_jaxpr_f(*args: Any, **kwargs: Any) -> Any:
        dynamic = tuple(x for i, x in enumerate(args) if i not in statics)

        def call(*traced: Any, **keywords: Any) -> Any:
            rest = iter(traced)
            return fun(*[x if i in statics else next(rest) for i, x in enumerate(args)], **keywords)

        staged = _stage(fun if not statics else call, dynamic, kwargs, "stagedToRead")
        types = [type_of(leaf) for leaf in tree_flatten((dynamic, kwargs))[0]]
        jaxpr = ClosedJaxpr(staged, types)
        return (jaxpr, eval_shape(call, *dynamic, **kwargs)) if return_shape else jaxpr

    return make_jaxpr_f


def typeof(x: Any) -> ShapedArray:
    """Type of a value: shape, dtype and weak flag."""
    found = maybe_array(x)
    if found is None:
        raise TypeError(f"Argument {x!r} of type {type(x)} is not a valid JAX type")
    return found.aval
